import { useTranslations } from 'use-intl/react';
import { Select } from '../field/Select.tsx';
import type { RoleChoice } from '../sign-in/Asked.ts';

interface RolesFieldProps {
  choice: RoleChoice;
  onChange: (choice: RoleChoice) => void;
}

/** Chooses the roles of a contributor that the standing subscription covers. */
export function RolesField({ choice, onChange }: RolesFieldProps) {
  const t = useTranslations('standing');
  return (
    <p className="standing__roles">
      <Select
        label={t('roles')}
        value={choice}
        options={{
          works: t('works'),
          all: t('all'),
        }}
        onChange={onChange}
      />
    </p>
  );
}

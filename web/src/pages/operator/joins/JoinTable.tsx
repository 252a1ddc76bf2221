import { Link } from 'react-router';
import { useTranslations } from 'use-intl/react';
import type { JoinPartsFragment } from '../../../generated/operatorDocuments.ts';
import { catalogueAddress } from '../../../lib/catalogueAddress.ts';
import { Moment } from '../parts/Moment.tsx';
import { ScrollTable } from '../parts/ScrollTable.tsx';
import { SeparateJoin } from './SeparateJoin.tsx';

/** The joins, who made them, and whether they are still in effect. */
export function JoinTable({ joins }: { joins: readonly JoinPartsFragment[] }) {
  const t = useTranslations('operator.joins');
  return (
    <ScrollTable label={t('table')}>
      <thead>
        <tr>
          <th scope="col">{t('from')}</th>
          <th scope="col">{t('into')}</th>
          <th scope="col">{t('joined')}</th>
          <th scope="col">{t('state')}</th>
        </tr>
      </thead>
      <tbody>
        {joins.map((join) => (
          <tr key={join.id}>
            <th scope="row" lang="ja">
              <Link to={catalogueAddress(join.kind, join.fromId)}>{join.fromName}</Link>
            </th>
            <td lang="ja">
              <Link to={catalogueAddress(join.kind, join.intoId)}>{join.intoName}</Link>
            </td>
            <td>
              <Moment at={join.joinedAt} /> {t('by', { who: join.joinedBy })}
            </td>
            <td className="wide">
              <SeparateJoin join={join} />
            </td>
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  );
}

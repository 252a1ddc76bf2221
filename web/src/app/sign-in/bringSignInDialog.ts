import type { ComponentType } from 'react';
import type { Stage } from '../../stage/createStage.ts';
import { withApollo } from '../../stage/withApollo.tsx';
import { SignInDialog, type SignInDialogProps } from './SignInDialog.tsx';

/**
 * Loads the dialog and everything it needs, so that it opens at once. Throws if it cannot be
 * loaded.
 */
export async function bringSignInDialog(stage: Stage): Promise<ComponentType<SignInDialogProps>> {
  await stage.tools();
  return withApollo(SignInDialog);
}

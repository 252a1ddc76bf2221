import type { ComponentType } from 'react';
import type { Stage } from '../../stage/createStage.ts';
import { withApollo } from '../../stage/withApollo.tsx';
import { SignInDialog, type SignInDialogProps } from './SignInDialog.tsx';

/** The dialog with all that it needs, so that it opens at once. Throws where it cannot be had. */
export async function bringSignInDialog(stage: Stage): Promise<ComponentType<SignInDialogProps>> {
  await stage.tools();
  return withApollo(SignInDialog);
}

import { Component, type ErrorInfo, type ReactNode } from 'react';
import { BrokenPage } from './BrokenPage.tsx';
import { reloadOnce, type Trouble, troubleOf } from './troubleOf.ts';

interface State {
  trouble: Trouble | null;
}

/** Keeps the rest of the site usable when a page crashes or can no longer be loaded. */
export class ErrorBoundary extends Component<{ children: ReactNode }, State> {
  override state: State = { trouble: null };

  static getDerivedStateFromError(error: unknown): State {
    return { trouble: troubleOf(error) };
  }

  override componentDidCatch(error: Error, { componentStack }: ErrorInfo) {
    console.error(error, componentStack);
    reloadOnce(troubleOf(error));
  }

  override render() {
    const { trouble } = this.state;
    return trouble ? <BrokenPage trouble={trouble} /> : this.props.children;
  }
}

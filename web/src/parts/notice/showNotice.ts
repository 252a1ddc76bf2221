/** What the browser itself shows. */
export interface ShownNotice extends Pick<NotificationOptions, 'body' | 'tag' | 'lang'> {
  title: string;
  /** The page of ours that it leads to. */
  address: string;
}

/** What the worker sends to a page when a notice is pressed. */
interface Follow {
  follow: string;
}

/** The worker of this site, where the browser has one that runs. */
async function findWorker(): Promise<ServiceWorkerRegistration | undefined> {
  const worker = await navigator.serviceWorker?.getRegistration();
  return worker?.active ? worker : undefined;
}

/** Whether a notice would be shown. Chrome on Android takes none from a page, only from a worker. */
export async function canShow(): Promise<boolean> {
  if (await findWorker()) return true;
  try {
    new Notification('', { silent: true }).close();
    return true;
  } catch {
    return false;
  }
}

/** Shows a notice by the worker, whose notices outlast the page, or else by the page. */
export async function showNotice(shown: ShownNotice, onOpen: (address: string) => void) {
  const { title, address, ...options } = shown;
  const worker = await findWorker();
  if (worker) {
    await worker.showNotification(title, { ...options, data: { address } });
    return;
  }
  const notice = new Notification(title, options);
  notice.onclick = () => {
    window.focus();
    notice.close();
    onOpen(address);
  };
}

/** Goes where a notice of the worker leads. Returns what ends it. */
export function followNotices(onOpen: (address: string) => void): () => void {
  const follow = ({ data }: MessageEvent<Follow | undefined>) => {
    if (data && /^\/(?!\/)/.test(data.follow)) onOpen(data.follow);
  };
  navigator.serviceWorker?.addEventListener('message', follow);
  return () => navigator.serviceWorker?.removeEventListener('message', follow);
}

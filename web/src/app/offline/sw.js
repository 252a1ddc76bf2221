// Shows the offline page in place of an unreachable page, and opens the right page when a
// notification is clicked. It stores no page of the app, no API response and nothing about a
// member. The build fills in the list of stored files.
const FILES = [];
const CACHE = 'offline-VERSION';
const PAGE = '/offline.html';

/** Paths that are not pages of the app: sign-in, links in mails, the issuer's documents. */
const NOT_OURS = /^\/(auth|mail|\.well-known|embed)\//;

self.addEventListener('install', (event) => {
  const fresh = FILES.map((file) => new Request(file, { cache: 'reload' }));
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(fresh)));
  self.skipWaiting();
});

self.addEventListener('activate', (event) => {
  event.waitUntil(
    Promise.all([
      // Requests the page while this worker starts, so that the worker adds no delay.
      self.registration.navigationPreload?.enable(),
      caches
        .keys()
        .then((names) => Promise.all(names.filter(isOld).map((old) => caches.delete(old)))),
      self.clients.claim(),
    ]),
  );
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin) return;
  if (request.mode === 'navigate') {
    if (!NOT_OURS.test(pathname)) event.respondWith(reach(event).catch(() => kept(PAGE)));
  } else if (FILES.includes(pathname)) {
    event.respondWith(fetch(request).catch(() => kept(pathname)));
  }
});

self.addEventListener('notificationclick', (event) => {
  const { notification } = event;
  notification.close();
  event.waitUntil(lead(notification.data?.address ?? '/'));
});

/** Navigates the app's most recently used page to an address of this site, or opens a new one. */
async function lead(address) {
  const { origin } = self.location;
  if (new URL(address, origin).origin !== origin) return;
  const pages = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const page = pages.find(({ url }) => !NOT_OURS.test(new URL(url).pathname));
  if (page === undefined) {
    await self.clients.openWindow(address);
    return;
  }
  page.postMessage({ follow: address });
  await page.focus().catch(console.info);
}

async function reach(event) {
  return (await event.preloadResponse) ?? fetch(event.request);
}

async function kept(file) {
  const answer = await (await caches.open(CACHE)).match(file);
  return answer ?? Response.error();
}

const isOld = (name) => name.startsWith('offline-') && name !== CACHE;

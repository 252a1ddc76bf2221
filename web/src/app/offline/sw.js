// Shows the offline page in place of a page that cannot be reached, and leads on from the notices that
// pages have it show: no page of the app, no answer of the API and nothing of a member is kept. The
// build fills in what it keeps.
const FILES = [];
const CACHE = 'offline-VERSION';
const PAGE = '/offline.html';

/** What is no page of the app: sign-in, links of mails, the issuer's documents. */
const NOT_OURS = /^\/(auth|mail|\.well-known|embed)\//;

self.addEventListener('install', (event) => {
  const fresh = FILES.map((file) => new Request(file, { cache: 'reload' }));
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(fresh)));
  self.skipWaiting();
});

self.addEventListener('activate', (event) => {
  event.waitUntil(
    Promise.all([
      // The page is asked for while this worker starts, so that it costs nobody time.
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

/** Leads the page of the app that was looked at last to an address of this site, or else opens one. */
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

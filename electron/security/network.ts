import { app, type Session, type WebContents } from 'electron';

/** Chromium's own traffic, before the app is ready: no names resolved, no updates, no reports. */
export function closeNetwork(): void {
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  for (const name of ['disable-background-networking', 'disable-component-update', 'disable-domain-reliability']) {
    app.commandLine.appendSwitch(name);
  }
}

/** Every request but those for our own pages (and the developer tools' own files) ends before it begins. */
export function forbidRequests(session: Session): void {
  session.webRequest.onBeforeRequest((details, callback) => {
    callback({ cancel: !/^(?:app:\/\/bundle\/|devtools:|data:)/.test(details.url) });
  });
}

/** In place of that: every request but those under one address, which the program itself answers, ends before it begins. */
export function forbidRequestsBut(session: Session, origin: string): void {
  session.webRequest.onBeforeRequest((details, callback) => {
    callback({ cancel: !details.url.startsWith(`${origin}/`) });
  });
}

/** Peer connections do not ask the request filter; without a proxy this leaves them no way out. */
export function forbidPeers(contents: WebContents): void {
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
}

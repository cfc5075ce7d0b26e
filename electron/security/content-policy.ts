/**
 * What a page may load and run: its own files, no inline script or style, no frame, no plug-in, nothing from elsewhere.
 * Trusted types close the ways in which text becomes markup; Svelte's own policy is the one exception, for its templates.
 */
export const CONTENT_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types svelte-trusted-html',
].join('; ');

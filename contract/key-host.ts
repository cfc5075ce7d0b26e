/**
 * The name under which security keys know this program. It is no address: `.invalid` is nowhere (RFC 2606), and the window
 * of the key answers for it itself. Never to be changed: keys that were set up would not be found again.
 */
export const KEY_HOST = 'key.sallyport.invalid';

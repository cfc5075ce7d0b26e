/** Where the window is. A room's own detail belongs in its route, so that going back finds it again. */
export type Route =
  | { readonly room: 'desk'; readonly find?: boolean }
  | { readonly room: 'booking'; readonly bookingId: string }
  | { readonly room: 'ground'; readonly bookingId: string }
  | {
      readonly room: 'notification';
      readonly notificationId?: string;
      /** A contact about this booking is being recorded. */
      readonly bookingId?: string;
      /** The ground under which a notice goes out; without it the record says that none was made. */
      readonly determinationId?: string;
      /** A contact about nobody in particular is being recorded. */
      readonly contact?: boolean;
    }
  | { readonly room: 'exchange' }
  | { readonly room: 'policy'; readonly clause?: string }
  | { readonly room: 'people' };

export type RoomName = Route['room'];

export interface Router {
  readonly route: Route;
  go(route: Route): void;
  /** To where the window was before; to the desk where there is nothing before. */
  back(): void;
}

const KEPT = 20;

export function createRouter(): Router {
  let route = $state.raw<Route>({ room: 'desk' });
  let before: readonly Route[] = [];

  return {
    get route() {
      return route;
    },
    go(next) {
      before = [...before, route].slice(-KEPT);
      route = next;
    },
    back() {
      route = before.at(-1) ?? { room: 'desk' };
      before = before.slice(0, -1);
    },
  };
}

import type { BlankFormClause } from '../../policy/blank-forms.ts';
import type { Act, Ground } from '../../policy/decision.ts';
import type { MatterKind, MatterSubject } from '../../policy/matters/matter.ts';
import type { ToldFacts, Unbooked } from '../ground/about.ts';
import type { TypedNotice } from '../notification/notice-form.svelte.ts';

/** Where the window is. A room's own detail belongs in its route, so that going back finds it again. */
export type Route =
  | {
      readonly room: 'desk';
      readonly find?: boolean;
      /** The sheet of the shift, to print. */
      readonly sheet?: boolean;
      /** The shift is being handed over. */
      readonly handover?: boolean;
    }
  | { readonly room: 'booking'; readonly bookingId: string }
  | {
      readonly room: 'ground';
      readonly bookingId?: string | undefined;
      /** The answer goes into this matter, for this event of it. */
      readonly matterId?: string | undefined;
      readonly event?: string | undefined;
      readonly subject?: MatterSubject | undefined;
      readonly act?: Act | undefined;
      readonly ground?: Ground | undefined;
      /** What was told here before. */
      readonly told?: ToldFacts | undefined;
      /** A half-typed notice that waits for the answer. */
      readonly notice?: TypedNotice | undefined;
    }
  | {
      readonly room: 'matter';
      readonly matterId: string;
      /** An event of it is being told. */
      readonly event?: string | undefined;
    }
  | {
      readonly room: 'request';
      /** A request is being taken in. */
      readonly intake?: boolean | undefined;
      /** Another kind of matter is being opened. */
      readonly kind?: MatterKind | undefined;
      readonly bookingId?: string | undefined;
      /** The person's copy of this request. */
      readonly copyOf?: string | undefined;
    }
  | {
      readonly room: 'blank';
      /** The form that somebody came for. */
      readonly clause?: BlankFormClause | undefined;
    }
  | { readonly room: 'duty' }
  | { readonly room: 'supervisor' }
  | {
      readonly room: 'integrity';
      /** The fingerprint of the root, to print. */
      readonly sheet?: boolean;
      /** A change of the key is due to be practised: the focus goes there. */
      readonly drill?: boolean;
    }
  | { readonly room: 'trail' }
  | { readonly room: 'verify' }
  | { readonly room: 'backup' }
  | {
      readonly room: 'notification';
      readonly notificationId?: string;
      /** A contact about this booking is being recorded. */
      readonly bookingId?: string;
      /** The ground under which a notice goes out; without it the record says that none was made. */
      readonly determinationId?: string;
      /** A contact about somebody who is not booked is being recorded. */
      readonly unbooked?: Unbooked | undefined;
      /** What was typed of it before. */
      readonly notice?: TypedNotice | undefined;
      /** A contact about nobody in particular is being recorded. */
      readonly contact?: boolean;
    }
  | { readonly room: 'report' }
  | { readonly room: 'exchange' }
  | { readonly room: 'policy'; readonly clause?: string }
  | {
      readonly room: 'contact';
      /** A new one is being added. */
      readonly add?: boolean | undefined;
    }
  | { readonly room: 'order' }
  | {
      readonly room: 'people';
      /** The review of a year. */
      readonly review?: boolean;
    }
  | { readonly room: 'account' };

export type RoomName = Route['room'];

export interface Router {
  readonly route: Route;
  /** `left`: how the room that is left is found again by going back; as it came where absent. */
  go(route: Route, left?: Route): void;
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
    go(next, left = route) {
      before = [...before, left].slice(-KEPT);
      route = next;
    },
    back() {
      route = before.at(-1) ?? { room: 'desk' };
      before = before.slice(0, -1);
    },
  };
}

import { ENTRANCE_CALLS } from '../contract/entrance-calls.ts';
import { sessionOf, stationInfo } from './entrance-service.ts';
import { done } from './reply.ts';
import { forAnyone } from './route.ts';

/** The calls of the first screen, with little to load: a person who starts the program waits for these alone. */
export const ENTRANCE_ROUTES = {
  'station.info': forAnyone(ENTRANCE_CALLS['station.info'], stationInfo),
  'session.state': forAnyone(ENTRANCE_CALLS['session.state'], (caller) => Promise.resolve(done(sessionOf(caller)))),
};

// Which internet sockets a tree of processes holds, read from Linux's /proc: nothing is started, nothing is slowed.
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

export interface Socket {
  readonly pid: number;
  readonly protocol: string;
  /** Port on this side. */
  readonly port: number;
  /** Address and port on the other side, in the kernel's hexadecimal; null where it waits to be called. */
  readonly peer: string | null;
}

const PROTOCOLS = ['tcp', 'tcp6', 'udp', 'udp6', 'udplite', 'raw', 'raw6', 'icmp', 'icmp6', 'packet'] as const;
const LISTEN = '0A';

/** Processes end while they are looked at. */
function orNothing<T>(read: () => T, nothing: T): T {
  try {
    return read();
  } catch {
    return nothing;
  }
}

/** A process and all that it started, itself first. */
export function processTree(pid: number): readonly number[] {
  const threads = orNothing(() => readdirSync(`/proc/${String(pid)}/task`), []);
  const byThreads = threads.map((thread) =>
    orNothing(() => readFileSync(`/proc/${String(pid)}/task/${thread}/children`, 'utf8'), ''),
  );
  const own = new Set(byThreads.flatMap((text) => text.split(' ').filter(Boolean)).map(Number));
  return [pid, ...[...own].flatMap((child) => [...processTree(child)])];
}

function inodesOf(pid: number): readonly string[] {
  const folder = `/proc/${String(pid)}/fd`;
  return orNothing(() => readdirSync(folder), []).flatMap((fd) => {
    const target = orNothing(() => readlinkSync(`${folder}/${fd}`), '');
    return /^socket:\[(\d+)\]$/.exec(target)?.[1] ?? [];
  });
}

function tableOf(protocol: string): ReadonlyMap<string, Omit<Socket, 'pid'>> {
  const lines = orNothing(() => readFileSync(`/proc/net/${protocol}`, 'utf8'), '')
    .split('\n')
    .slice(1);
  const rows = lines.flatMap((line) => {
    const [, local = '', remote = '', state, , , , , , inode] = line.trim().split(/\s+/);
    if (inode === undefined) return [];
    const port = Number.parseInt(local.split(':')[1] ?? '', 16);
    return [[inode, { protocol, port, peer: state === LISTEN ? null : remote }] as const];
  });
  return new Map(rows);
}

/** The internet sockets that these processes hold just now. */
export function socketsOf(pids: readonly number[]): readonly Socket[] {
  const tables = PROTOCOLS.map(tableOf);
  return pids.flatMap((pid) =>
    inodesOf(pid).flatMap((inode) =>
      tables.flatMap((table) => {
        const found = table.get(inode);
        return found === undefined ? [] : [{ pid, ...found }];
      }),
    ),
  );
}

export interface SocketWatch {
  /** How many different sockets there were, and those that no port of ours was waiting for. */
  end(): { readonly seen: number; readonly outgoing: readonly Socket[] };
}

/** Short enough to see any connection that is answered: a handshake and a close take longer on a busy machine. */
const EVERY_MS = 40;

/**
 * Looks again and again at the sockets of a process and all that it starts. A socket that waits to be called, or was
 * called on a port that did, belongs to the test that drives the window.
 */
export function watchSockets(pid: number): SocketWatch {
  const seen = new Map<string, Socket>();
  const look = (): void => {
    for (const socket of socketsOf(processTree(pid))) seen.set(JSON.stringify(socket), socket);
  };
  look();
  const timer = setInterval(look, EVERY_MS);
  return {
    end: () => {
      clearInterval(timer);
      look();
      const all = [...seen.values()];
      const waiting = new Set(
        all.filter(({ protocol, peer }) => protocol.startsWith('tcp') && peer === null).map(({ port }) => port),
      );
      return { seen: all.length, outgoing: all.filter(({ port }) => !waiting.has(port)) };
    },
  };
}

// Runs the app whose folder follows this one in the arguments, and keeps its ready event back until the driver asks for it.
// A driver that joins while the first page is on its way there hears neither of where it was nor of where it went, and waits
// for a window that stands before it. It holds back an app by itself only where it may choose the Electron that runs it.
import { app } from 'electron';

const ready = app.whenReady();
const emit = app.emit.bind(app);
let heard = [];
let isReady = false;
let begin = () => undefined;
const asked = new Promise((done) => {
  begin = done;
});
app.emit = (event, ...args) => {
  if (event !== 'ready' || isReady) return emit(event, ...args);
  heard = args;
  return app.listenerCount('ready') > 0;
};
app.isReady = () => isReady;
app.whenReady = () => asked;

// The name that Playwright calls once it listens to every page that will come.
globalThis.__playwright_run = async () => {
  await ready;
  isReady = true;
  begin();
  emit('ready', ...heard);
};

process.argv.splice(process.argv.indexOf(import.meta.dirname), 1);
await import('../../../build/electron-host/shim/main.js');

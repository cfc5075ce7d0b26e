import { Menu, type MenuItemConstructorOptions } from 'electron';

/**
 * Keys that the system's menu brings: editing and zoom. No reload and no developer tools: both would lose typed text.
 * The bar itself stays hidden except on macOS.
 */
export function setMenu(): void {
  const edit: MenuItemConstructorOptions = { role: 'editMenu' };
  const view: MenuItemConstructorOptions = {
    label: 'View',
    submenu: [{ role: 'zoomIn' }, { role: 'zoomOut' }, { role: 'resetZoom' }, { role: 'togglefullscreen' }],
  };
  const app: MenuItemConstructorOptions[] = process.platform === 'darwin' ? [{ role: 'appMenu' }] : [];
  Menu.setApplicationMenu(Menu.buildFromTemplate([...app, edit, view]));
}

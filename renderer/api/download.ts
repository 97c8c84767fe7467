/** Saves a file the application made. An anchor, because a navigation would leave the page in the desktop host. */
export function downloadFile(fileId: string): void {
  const anchor = document.createElement('a');
  anchor.href = `/api/files/${encodeURIComponent(fileId)}`;
  anchor.download = '';
  anchor.style.display = 'none';
  document.body.append(anchor);
  anchor.click();
  anchor.remove();
}

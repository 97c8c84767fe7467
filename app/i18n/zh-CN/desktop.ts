export const desktop = {
  productName: '总代工作台',
  menu: {
    file: '文件',
    edit: '编辑',
    view: '视图',
    window: '窗口',
    help: '帮助',
    dataFolder: '打开数据目录',
    print: '打印…',
    quit: '退出',
    undo: '撤销',
    redo: '重做',
    cut: '剪切',
    copy: '复制',
    paste: '粘贴',
    selectAll: '全选',
    actualSize: '实际大小',
    zoomIn: '放大',
    zoomOut: '缩小',
    fullScreen: '全屏',
    reload: '重新载入',
    developerTools: '开发者工具',
    minimize: '最小化',
    close: '关闭窗口',
    services: '服务',
    hide: '隐藏',
    hideOthers: '隐藏其他',
    showAll: '全部显示',
    language: '语言',
    about: '关于总代工作台',
  },
  about: {
    version: (p: { version: string }) => `版本 ${p.version}`,
    data: (p: { directory: string }) => `数据目录：${p.directory}`,
    ok: '确定',
  },
  dialogs: {
    open: '打开文件',
    save: '保存文件',
    spreadsheets: '表格文件',
    allFiles: '所有文件',
  },
  failed: {
    title: '总代工作台无法启动',
    ended: '后台服务意外停止。已提交的数据是安全的，请重新打开程序。',
  },
  start: {
    inBrowser: '没有 Electron,已在浏览器中打开同一个程序。',
    noDisplay: '没有可用的显示器或浏览器，程序以网页方式在本机运行。',
  },
  serve: {
    ready: (p: { url: string }) =>
      `总代工作台已就绪，请在本机浏览器中打开（地址只能用一次）:\n  ${p.url}\n按 Ctrl C 结束。`,
    usage:
      '用法：npm run -s serve -- [--data 目录] [--port 端口] [--json] [--language zh-CN|en]\n' +
      'Usage: npm run -s serve -- [--data DIR] [--port N] [--json] [--language zh-CN|en]',
  },
};

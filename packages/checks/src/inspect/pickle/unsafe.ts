/** Modules whose import or functions reach processes, files, the network, code or other pickles. Sub-modules count as well. */
const modules = new Set(
  (
    "os posix nt posixpath ntpath subprocess _posixsubprocess sys socket _socket socketserver ssl _ssl shutil pty commands popen2 runpy code codeop pdb bdb profile cProfile " +
    "timeit trace tracemalloc doctest pydoc webbrowser antigravity turtle importlib _frozen_importlib _frozen_importlib_external imp pkgutil zipimport modulefinder marshal ctypes _ctypes " +
    "multiprocessing _multiprocessing asyncio threading _thread dummy_threading signal atexit pickle _pickle cPickle dill shelve dbm http httplib httplib2 urllib urllib2 urllib3 requests " +
    "aiohttp httpx smtplib imaplib ftplib poplib nntplib telnetlib xmlrpc xmlrpclib paramiko sqlite3 tempfile glob fileinput linecache platform pathlib zipfile tarfile site venv " +
    "ensurepip pip setuptools distutils idlelib lib2to3 inspect gc unittest test uuid _osx_support _aix_support _pyrepl ast symtable tokenize cgi cgitb bz2 gzip lzma mmap " +
    "picklescan modelscan fickling saferpickle modelaudit numpy.f2py numpy.distutils numpy.testing torch.hub torch.compiler torch.jit torch.package torch.distributed torch.multiprocessing " +
    "torch._dynamo torch._inductor torch.fx torch.utils mlflow.projects mlflow.pyfunc IPython invoke fabric sh plumbum pexpect nose pytest _pytest webbrowser wsgiref"
  ).split(" "),
);

const functions: Record<string, string> = {
  builtins:
    "eval exec execfile compile open file getattr setattr delattr __import__ apply breakpoint input raw_input globals locals vars reload exit quit help memoryview type __build_class__",
  types: "CodeType FunctionType LambdaType MethodType ModuleType",
  operator: "attrgetter itemgetter methodcaller call",
  functools: "partial partialmethod reduce",
  io: "FileIO open open_code BytesIO TextIOWrapper",
  codecs: "open decode lookup",
  logging: "FileHandler config",
  "concurrent.futures": "ProcessPoolExecutor ThreadPoolExecutor",
  cloudpickle: "load loads",
  "cloudpickle.cloudpickle": "*",
  "cloudpickle.cloudpickle_fast": "*",
  joblib: "load",
  "joblib.numpy_pickle": "load read_array",
  numpy: "load loadtxt genfromtxt fromfile memmap save savez DataSource",
  torch: "load compile save",
  pandas: "read_pickle read_csv read_json read_html read_sql eval",
  "pandas.io.pickle": "*",
  "pandas.io.parsers.readers": "*",
  yaml: "load load_all unsafe_load full_load",
  jsonpickle: "decode",
};

/** Python 2 names of the same modules. */
const renamed: Record<string, string> = {
  __builtin__: "builtins",
  copy_reg: "copyreg",
  _io: "io",
  _operator: "operator",
  _codecs: "codecs",
  _functools: "functools",
  cloudpickle_fast: "cloudpickle.cloudpickle",
};

/** True where a global is known to be able to run code, reach out or load more. A name with dots is judged at every step. */
export function isUnsafe(module: string, name: string): boolean {
  const parts = module.split(".");
  const first = renamed[parts[0] ?? ""];
  if (first !== undefined) parts.splice(0, 1, ...first.split("."));
  for (let i = 1; i <= parts.length; i++) if (modules.has(parts.slice(0, i).join("."))) return true;
  const dotted = name.split(".");
  if (dotted.length > 1 && dotted.some((part) => modules.has(part) || /^__\w+__$/.test(part))) return true;
  const listed = functions[parts.join(".")]?.split(" ");
  return listed !== undefined && (listed.includes("*") || listed.includes(dotted[0] ?? ""));
}

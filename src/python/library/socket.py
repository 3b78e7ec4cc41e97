"""There is no network here: the names exist, opening a socket says so."""

AF_UNSPEC, AF_UNIX, AF_INET, AF_INET6 = 0, 1, 2, 10
SOCK_STREAM, SOCK_DGRAM = 1, 2
SOL_SOCKET, SO_REUSEADDR, SO_BROADCAST, IPPROTO_TCP, IPPROTO_IPV6, TCP_NODELAY = 1, 2, 6, 6, 41, 1
SOMAXCONN, SHUT_RD, SHUT_WR, SHUT_RDWR, AI_PASSIVE, NI_NUMERICHOST = 4096, 0, 1, 2, 1, 1
has_ipv6 = False
error = OSError
timeout = TimeoutError


class gaierror(OSError):
    pass


class herror(OSError):
    pass


def _refuse(*args, **kwargs):
    raise OSError(101, "Network is unreachable")


class socket:
    def __init__(self, *args, **kwargs):
        _refuse()


create_connection = create_server = getaddrinfo = getnameinfo = gethostbyname = socketpair = _refuse


def gethostname():
    return "dojo"


def getfqdn(name=""):
    return name or "dojo"

"""There is no network here: the names exist, serving says so."""


class BaseServer:
    def __init__(self, *args, **kwargs):
        raise OSError(101, "Network is unreachable")


class TCPServer(BaseServer):
    pass


class UDPServer(TCPServer):
    pass


class ThreadingMixIn:
    pass


class ThreadingTCPServer(ThreadingMixIn, TCPServer):
    pass


class ThreadingUDPServer(ThreadingMixIn, UDPServer):
    pass


class BaseRequestHandler:
    def __init__(self, request, client_address, server):
        self.request, self.client_address, self.server = request, client_address, server


class StreamRequestHandler(BaseRequestHandler):
    pass


class DatagramRequestHandler(BaseRequestHandler):
    pass

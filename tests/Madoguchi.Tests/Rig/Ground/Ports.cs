using System.Net;
using System.Net.Sockets;

namespace Madoguchi.Tests.Rig;

public static class Ports
{
    /// <summary>A free port below the range from which outgoing connections take theirs: still free when a killed process wants it back.</summary>
    public static int Free()
    {
        while (true)
        {
            var port = Random.Shared.Next(15_000, 32_000);
            try
            {
                using var listener = new TcpListener(IPAddress.Loopback, port);
                listener.Start();
                return port;
            }
            catch (SocketException)
            {
                // taken: try another
            }
        }
    }
}

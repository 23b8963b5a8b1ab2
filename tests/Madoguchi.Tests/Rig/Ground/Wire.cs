using System.Net;
using System.Net.Sockets;

namespace Madoguchi.Tests.Rig;

/// <summary>The line between a browser and the server, in the test's hands. What a browser calls "offline" leaves open streams alone;
/// this cuts in TCP, as tunnels, lifts and access points do.</summary>
public sealed class Wire : IAsyncDisposable
{
    private readonly Lock door = new();
    private readonly HashSet<Socket> open = [];
    private Socket? listener;
    private Task accepting = Task.CompletedTask;
    private TaskCompletionSource flowing = Done();
    private volatile bool unavailable;
    private volatile bool answersAreLost;
    private volatile int target;

    /// <param name="target">The port of the server behind.</param>
    public Wire(int target)
    {
        this.target = target;
        Port = Ports.Free();
        Listen();
    }

    public int Port { get; }

    public Uri Address => new($"http://127.0.0.1:{Port}");

    /// <summary>Resets every open connection. New ones pass.</summary>
    public void Cut()
    {
        Socket[] cut;
        lock (door)
        {
            cut = [.. open];
            open.Clear();
        }

        foreach (var socket in cut)
            Reset(socket);
    }

    /// <summary>Resets every open connection and refuses new ones.</summary>
    public void Refuse()
    {
        lock (door)
        {
            listener?.Dispose();
            listener = null;
        }

        Cut();
    }

    /// <summary>Resets every open connection; to whoever comes back, a gateway answers that nobody is at home.</summary>
    public void Say503()
    {
        unavailable = true;
        Cut();
    }

    /// <summary>Nothing passes and nobody is told: the dead Wi-Fi. What was sent meanwhile arrives after <see cref="Mend"/>, if anybody still listens.</summary>
    public void Silence()
    {
        lock (door)
        {
            if (flowing.Task.IsCompleted)
                flowing = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    /// <summary>Questions reach the server, its answers reach nobody: the act happened, and who asked does not know.</summary>
    public void LoseAnswers() => answersAreLost = true;

    public void Mend()
    {
        unavailable = false;
        if (answersAreLost)
        {
            // A stream with a hole in it is not mended by going on.
            answersAreLost = false;
            Cut();
        }

        lock (door)
            flowing.TrySetResult();
        Listen();
    }

    /// <summary>The balancer in front sends everybody to another node.</summary>
    public void LeadTo(int other)
    {
        target = other;
        Cut();
    }

    public async ValueTask DisposeAsync()
    {
        Refuse();
        flowing.TrySetResult();
        await accepting;
    }

    private void Listen()
    {
        lock (door)
        {
            if (listener is not null)
                return;
            listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            listener.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
            listener.Bind(new IPEndPoint(IPAddress.Loopback, Port));
            listener.Listen(512);
            accepting = Accept(listener);
        }
    }

    private async Task Accept(Socket from)
    {
        while (true)
        {
            try
            {
                _ = Serve(await from.AcceptAsync());
            }
            catch (Exception closed) when (closed is SocketException or ObjectDisposedException)
            {
                return; // refused from now on
            }
        }
    }

    private async Task Serve(Socket client)
    {
        var server = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        client.NoDelay = true;
        lock (door)
            open.UnionWith([client, server]);
        try
        {
            await flowing.Task;
            if (unavailable)
            {
                await Turn(client);
                return;
            }

            await server.ConnectAsync(IPAddress.Loopback, target);
            await Task.WhenAny(Pump(client, server, answers: false), Pump(server, client, answers: true));
        }
        catch (Exception broken) when (broken is SocketException or ObjectDisposedException)
        {
            // cut, or nobody behind: the client sees a closed connection
        }
        finally
        {
            lock (door)
            {
                open.Remove(client);
                open.Remove(server);
            }

            client.Dispose();
            server.Dispose();
        }
    }

    private async Task Pump(Socket from, Socket to, bool answers)
    {
        var buffer = new byte[16384];
        try
        {
            for (int count; (count = await from.ReceiveAsync(buffer)) > 0;)
            {
                await flowing.Task;
                for (var sent = 0; sent < count && !(answers && answersAreLost);)
                    sent += await to.SendAsync(buffer.AsMemory(sent, count - sent));
            }
        }
        catch (Exception cut) when (cut is SocketException or ObjectDisposedException)
        {
            // the other direction ends with this one
        }
    }

    private static async Task Turn(Socket client)
    {
        await client.ReceiveAsync(new byte[16384]);
        await client.SendAsync("HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"u8.ToArray());
        client.Shutdown(SocketShutdown.Send);
        await client.ReceiveAsync(new byte[16384]); // until the client has closed: a reset would overtake the answer
    }

    private static void Reset(Socket socket)
    {
        try
        {
            socket.LingerState = new LingerOption(true, 0); // close means RST
            socket.Close();
        }
        catch (Exception gone) when (gone is SocketException or ObjectDisposedException)
        {
            // it closed by itself meanwhile
        }
    }

    private static TaskCompletionSource Done()
    {
        var done = new TaskCompletionSource();
        done.SetResult();
        return done;
    }
}

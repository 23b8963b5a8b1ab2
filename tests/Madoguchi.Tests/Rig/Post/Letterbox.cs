using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Madoguchi.Tests.Rig;

/// <summary>A mail server that keeps what it is given, and can be made to refuse, to put off and to hang up.</summary>
public sealed class Letterbox : IAsyncDisposable
{
    private readonly CancellationTokenSource closing = new();
    private readonly TcpListener listener;
    private readonly Task accepting;
    private readonly ConcurrentQueue<(string From, string To, byte[] Bytes)> taken = [];

    public Letterbox()
    {
        Port = Ports.Free();
        listener = new TcpListener(IPAddress.Loopback, Port);
        listener.Start();
        accepting = Accept();
    }

    public int Port { get; }

    /// <summary>What it says to a command instead of yes; nothing: it hangs up. Called with the command's first word, and with "." after the text.</summary>
    public Func<string, string?>? Says { get; set; }

    /// <summary>What happens after a command's first word was heard, before it is answered.</summary>
    public Func<string, Task>? Holds { get; set; }

    public IReadOnlyList<Eml> Taken => [.. taken.Select(t => Eml.Read(t.Bytes) with { EnvelopeFrom = t.From, EnvelopeTo = t.To })];

    public (string, string)[] Settings =>
    [
        ("Madoguchi:Smtp:Host", "127.0.0.1"), ("Madoguchi:Smtp:Port", Port.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        ("Madoguchi:Smtp:Tls", "none"), ("Madoguchi:Smtp:From", "help@example.test"),
    ];

    public Task<IReadOnlyList<Eml>> Until(Func<IReadOnlyList<Eml>, bool> isSo) => Patience.Until(() => Task.FromResult(Taken), isSo);

    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        listener.Dispose();
        await accepting;
        closing.Dispose();
    }

    private async Task Accept()
    {
        while (!closing.IsCancellationRequested)
        {
            try
            {
                _ = Serve(await listener.AcceptTcpClientAsync(closing.Token));
            }
            catch (Exception closed) when (closed is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                return; // the test is over
            }
        }
    }

    private async Task Serve(TcpClient client)
    {
        try
        {
            using (client)
                await Talk(client.GetStream());
        }
        catch (Exception gone) when (gone is IOException or OperationCanceledException or ObjectDisposedException)
        {
            // the other side has hung up, or the test is over
        }
    }

    private async Task Talk(NetworkStream stream)
    {
        using var reader = new StreamReader(stream, Encoding.Latin1);
        var (from, to) = ("", "");
        await Write("220 letterbox");
        while (await reader.ReadLineAsync(closing.Token) is { } line)
        {
            var word = line.Split(' ', ':')[0];
            if (Holds is { } before)
                await before(word);
            var answer = Says is null ? "" : Says(word);
            if (answer is null)
                return;
            if (answer.Length > 0)
            {
                await Write(answer);
                continue;
            }

            switch (word)
            {
                case "EHLO":
                    await Write("250-letterbox\r\n250 AUTH PLAIN LOGIN");
                    break;
                case "MAIL":
                    from = line.Split('<', '>')[1];
                    await Write("250 ok");
                    break;
                case "RCPT":
                    to = line.Split('<', '>')[1];
                    await Write("250 ok");
                    break;
                case "DATA":
                    await Write("354 go on");
                    var text = new StringBuilder();
                    while (await reader.ReadLineAsync(closing.Token) is { } one and not ".")
                        text.Append(one.StartsWith('.') ? one[1..] : one).Append("\r\n");
                    var last = Says is null ? "" : Says(".");
                    if (last is "" or null)
                        taken.Enqueue((from, to, Encoding.Latin1.GetBytes(text.ToString())));
                    if (Holds is { } held)
                        await held(".");
                    if (last is null)
                        return; // it has the letter, and never says so
                    await Write(last.Length > 0 ? last : "250 taken");
                    break;
                case "QUIT":
                    await Write("221 bye");
                    return;
                default:
                    await Write("235 ok");
                    break;
            }
        }

        async Task Write(string reply) => await stream.WriteAsync(Encoding.ASCII.GetBytes(reply + "\r\n"), closing.Token);
    }
}

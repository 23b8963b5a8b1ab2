using System.Globalization;
using System.Net.Security;
using System.Net.Sockets;
using System.Text;

namespace Madoguchi.Mail.Sending;

/// <summary>Speaks with one mail server (RFC 5321), a conversation for each letter. Written out because the framework's own client knows no TLS from
/// the first byte, and sends only what it has formatted itself.</summary>
public sealed class SmtpClient(SmtpServer server) : PostOffice
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public override async Task Deliver(string messageId, string from, string to, byte[] mail, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(Patience);
        try
        {
            using var tcp = new TcpClient();
            await tcp.ConnectAsync(server.Host, server.Port, limit.Token);
            Stream stream = tcp.GetStream();
            if (server.Tls is Tls.Always)
                stream = await Secure(stream, limit.Token);
            var line = new Conversation(stream, limit.Token);
            await line.Expect(2);
            var offers = await Greet(line);
            if (server.Tls is Tls.StartTls)
            {
                await line.Say("STARTTLS", 2);
                line = new Conversation(await Secure(stream, limit.Token), limit.Token);
                offers = await Greet(line);
            }

            await SignIn(line, offers);
            await Hand(line, from, to, mail);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            throw new IOException($"{server.Host} did not answer within {Patience.TotalSeconds} seconds.");
        }
    }

    private static Task<string> Greet(Conversation line) => line.Say("EHLO " + Environment.MachineName, 2);

    private async Task SignIn(Conversation line, string offers)
    {
        if (server.User is null)
            return;
        var plain = Convert.ToBase64String(Encoding.UTF8.GetBytes($"\0{server.User}\0{server.Password}"));
        if (offers.Contains("PLAIN", StringComparison.OrdinalIgnoreCase) || !offers.Contains("LOGIN", StringComparison.OrdinalIgnoreCase))
        {
            await line.Say("AUTH PLAIN " + plain, 2);
            return;
        }

        await line.Say("AUTH LOGIN", 3);
        await line.Say(Convert.ToBase64String(Encoding.UTF8.GetBytes(server.User)), 3);
        await line.Say(Convert.ToBase64String(Encoding.UTF8.GetBytes(server.Password ?? "")), 2);
    }

    // A 5 to one of these is about this letter; anywhere else it is about how we are set up, and that can be mended.
    private static async Task Hand(Conversation line, string from, string to, byte[] mail)
    {
        await line.Say($"MAIL FROM:<{from}>", 2);
        await line.Say($"RCPT TO:<{to}>", 2, refusable: true);
        await line.Say("DATA", 3, refusable: true);
        await line.Send(Stuffed(mail));
        await line.Say(".", 2, refusable: true);
        try
        {
            await line.Say("QUIT", 2);
        }
        catch (IOException)
        {
            // It has the letter; how it says goodbye is its own affair.
        }
    }

    // A line that begins with a dot gets another one; base64 has none, headers might.
    private static byte[] Stuffed(byte[] mail) => Encoding.ASCII.GetBytes(Encoding.ASCII.GetString(mail).Replace("\r\n.", "\r\n..", StringComparison.Ordinal));

    private async Task<Stream> Secure(Stream plain, CancellationToken ct)
    {
        var secure = new SslStream(plain);
        await secure.AuthenticateAsClientAsync(new SslClientAuthenticationOptions { TargetHost = server.Host }, ct);
        return secure;
    }

    private sealed class Conversation(Stream stream, CancellationToken ct)
    {
        private const int LongestReply = 64 * 1024;
        private readonly byte[] buffer = new byte[1];

        public async Task<string> Say(string line, int expected, bool refusable = false)
        {
            await Send(Encoding.ASCII.GetBytes(line + "\r\n"));
            return await Expect(expected, refusable);
        }

        public async Task Send(byte[] bytes)
        {
            await stream.WriteAsync(bytes, ct);
            await stream.FlushAsync(ct);
        }

        /// <summary>All lines of one reply, if it begins as it should.</summary>
        public async Task<string> Expect(int expected, bool refusable = false)
        {
            var reply = new StringBuilder();
            string line;
            do
            {
                line = await ReadLine();
                reply.Append(line).Append('\n');
                if (reply.Length > LongestReply)
                    throw new IOException("The mail server talks without end.");
            }
            while (line.Length > 3 && line[3] == '-');

            var text = reply.ToString().Trim();
            if (line.StartsWith(expected.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal))
                return text;
            throw refusable && line.StartsWith('5') ? new RefusedException(text) : new IOException(text);
        }

        private async Task<string> ReadLine()
        {
            var line = new StringBuilder();
            while (await stream.ReadAsync(buffer, ct) == 1)
            {
                if (buffer[0] == '\n')
                    return line.ToString().TrimEnd('\r');
                line.Append((char)buffer[0]);
                if (line.Length > LongestReply)
                    break;
            }

            throw new IOException("The mail server hung up.");
        }
    }
}

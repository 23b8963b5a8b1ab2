using System.Net;
using System.Net.Sockets;
using System.Text;
using Madoguchi.Calls.Texting;
using Madoguchi.Shared;

namespace Madoguchi.Trackers;

/// <summary>How trackers are reached: no redirect is followed, and our own network only where <c>Madoguchi:Trackers:AllowPrivate</c> says so.</summary>
public sealed class GuardedClient(IConfiguration configuration) : IDisposable
{
    private const int LongestAnswer = 8 * 1024 * 1024;
    private const int LongestReason = 300;
    private readonly HttpClient http = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false, UseCookies = false, UseProxy = false, ConnectTimeout = TimeSpan.FromSeconds(10), ConnectCallback = (context, ct) => Connect(context.DnsEndPoint, configuration.GetValue<bool>("Madoguchi:Trackers:AllowPrivate"), ct),
    })
    { Timeout = TimeSpan.FromSeconds(60), MaxResponseContentBufferSize = LongestAnswer };

    /// <summary>The answer's text.</summary>
    public async Task<string> Send(HttpRequestMessage request, CancellationToken ct)
    {
        using var answer = await http.SendAsync(request, ct);
        // Whatever charset it names: JSON is UTF-8, and a reason need only be legible.
        var said = Encoding.UTF8.GetString(await answer.Content.ReadAsByteArrayAsync(ct)).TrimStart('\uFEFF');
        if (answer.IsSuccessStatusCode)
            return said;
        var why = $"{(int)answer.StatusCode} {PlainText.Beginning(said, LongestReason).Replace('\0', ' ')}".Trim();
        // What is wrong with the request stays wrong; a key that is taken away, or an address that moved, may come back.
        if ((int)answer.StatusCode is 400 or 410 or 413 or 415 or 422)
            throw new TrackerClient.RefusedException(why);
        throw new HttpRequestException(why, null, answer.StatusCode);
    }

    public void Dispose() => http.Dispose();

    // The address is looked at after it was resolved, and that very one is connected to.
    private static async ValueTask<Stream> Connect(DnsEndPoint to, bool allowsPrivate, CancellationToken ct)
    {
        var found = (await Dns.GetHostAddressesAsync(to.Host, ct)).Where(a => allowsPrivate || !PrivateNetwork.Contains(a)).ToArray();
        if (found.Length == 0)
            throw new HttpRequestException($"{to.Host} is in a private network; Madoguchi:Trackers:AllowPrivate=true allows that.");
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(found, to.Port, ct);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}

using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;

namespace Madoguchi.Calls.Texting;

/// <summary>Hands text messages to the gateway of the settings. It is not followed elsewhere, and reached in our own network only where that is set.</summary>
public sealed class GatewayClient(GatewaySettings? settings) : IDisposable
{
    private const int LongestAnswer = 64 * 1024;
    private const int LongestReason = 300;
    private readonly HttpClient http = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false, UseCookies = false, UseProxy = false, ConnectTimeout = TimeSpan.FromSeconds(5), ConnectCallback = (context, ct) => Connect(context.DnsEndPoint, settings?.AllowPrivate == true, ct),
    })
    { Timeout = TimeSpan.FromSeconds(20), MaxResponseContentBufferSize = LongestAnswer };

    public bool IsOn => settings is not null;

    /// <summary>Where it is sent by; nothing when none is set.</summary>
    public string? Host => settings?.Host;

    /// <exception cref="RefusedException">It need not be tried again.</exception>
    /// <exception cref="HttpRequestException">It may work later.</exception>
    public async Task Send(string to, string text, CancellationToken ct)
    {
        if (settings is null)
            throw new RefusedException("No gateway is set (Madoguchi:Texting:Url).");
        using var request = new HttpRequestMessage(settings.Method, settings.UrlFor(to, text));
        if (settings.Method != HttpMethod.Get)
            request.Content = new StringContent(settings.BodyFor(to, text), Encoding.UTF8) { Headers = { ContentType = MediaTypeHeaderValue.Parse(settings.Type) } };
        foreach (var (name, value) in settings.Headers)
            request.Headers.TryAddWithoutValidation(name, value);
        using var answer = await http.SendAsync(request, ct);
        if (answer.IsSuccessStatusCode)
            return;
        var said = await answer.Content.ReadAsStringAsync(ct);
        var why = $"{(int)answer.StatusCode} {(said.Length > LongestReason ? said[..LongestReason] : said)}".Trim();
        if ((int)answer.StatusCode is >= 300 and < 500 and not (408 or 425 or 429))
            throw new RefusedException(why);
        throw new HttpRequestException(why);
    }

    public void Dispose() => http.Dispose();

    // The address is looked at after it was resolved, and that very one is connected to.
    private static async ValueTask<Stream> Connect(DnsEndPoint to, bool allowsPrivate, CancellationToken ct)
    {
        var found = (await Dns.GetHostAddressesAsync(to.Host, ct)).Where(a => allowsPrivate || !PrivateNetwork.Contains(a)).ToArray();
        if (found.Length == 0)
            throw new HttpRequestException($"{to.Host} is in a private network; Madoguchi:Texting:AllowPrivate=true allows that.");
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

    public sealed class RefusedException(string why) : Exception(why);
}

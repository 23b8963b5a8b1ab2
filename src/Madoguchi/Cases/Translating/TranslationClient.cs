using System.Text.Json;

namespace Madoguchi.Cases.Translating;

/// <summary>The translation engine of the settings: whatever answers LibreTranslate's <c>POST /translate</c>. Off without an address. It is asked with little patience, is not
/// followed elsewhere, and what it answers is text and nothing else.</summary>
public sealed class TranslationClient : IDisposable
{
    private const int LongestAnswer = 1024 * 1024;
    private readonly Uri? address;
    private readonly string? key;
    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, ConnectTimeout = TimeSpan.FromSeconds(3) }) { MaxResponseContentBufferSize = LongestAnswer };

    public TranslationClient(IConfiguration configuration)
    {
        var settings = configuration.GetSection("Madoguchi:Translation");
        http.Timeout = TimeSpan.FromSeconds(int.TryParse(settings["Seconds"], System.Globalization.CultureInfo.InvariantCulture, out var set) && set is > 0 and <= 120 ? set : 10);
        if (settings["Url"] is not { Length: > 0 } url)
            return;
        address = Uri.TryCreate(url.TrimEnd('/') + "/translate", UriKind.Absolute, out var read) && read.Scheme is "http" or "https" ? read
            : throw new InvalidOperationException($"Madoguchi:Translation:Url is no address of a translation engine: {url}");
        key = settings["Key"];
    }

    public bool IsOn => address is not null;

    /// <exception cref="FailedException">In words that can be shown.</exception>
    public async Task<string> Translate(string text, string from, string to, CancellationToken ct)
    {
        try
        {
            using var answer = await http.PostAsJsonAsync(address, new { q = text, source = from, target = to, format = "text", api_key = key ?? "" }, ct);
            using var said = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(ct));
            if (answer.IsSuccessStatusCode && said.RootElement.TryGetProperty("translatedText", out var translated) && translated.GetString() is { Length: > 0 } words)
                return words;
            throw new FailedException(said.RootElement.TryGetProperty("error", out var error) && error.GetString() is { } why ? $"{(int)answer.StatusCode}: {(why.Length > 200 ? why[..200] : why)}" : $"{(int)answer.StatusCode}");
        }
        catch (Exception failed) when (failed is HttpRequestException or JsonException or InvalidOperationException or TaskCanceledException && !ct.IsCancellationRequested)
        {
            throw new FailedException(failed is TaskCanceledException ? "no answer in time" : failed is HttpRequestException ? "not reachable" : "an answer that cannot be read", failed);
        }
    }

    public void Dispose() => http.Dispose();

    public sealed class FailedException : Exception
    {
        public FailedException(string message)
            : base(message)
        {
        }

        public FailedException(string message, Exception inner)
            : base(message, inner)
        {
        }
    }
}

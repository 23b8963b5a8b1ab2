namespace Madoguchi.Setup;

/// <summary>What every answer says about itself. An endpoint that needs another rule (a file, the widget) sets its own first.</summary>
public static class HeadersFeature
{
    private const string Policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors ";

    /// <summary>For pages that the named origins may show in a frame of theirs.</summary>
    public static string PolicyFramedBy(IReadOnlyCollection<string> origins) => Policy + (origins.Count == 0 ? "'none'" : string.Join(' ', origins));

    public static void UseHeaders(this IApplicationBuilder app)
    {
        var ordinary = PolicyFramedBy([]);
        app.Use((http, next) =>
        {
            http.Response.OnStarting(() =>
            {
                var headers = http.Response.Headers;
                headers.XContentTypeOptions = "nosniff";
                headers.TryAdd("Content-Security-Policy", ordinary);
                headers.TryAdd("Referrer-Policy", "no-referrer"); // a customer's address is a key
                headers.TryAdd("Cross-Origin-Resource-Policy", "same-origin");
                headers.TryAdd("Permissions-Policy", "geolocation=(), microphone=(), payment=(), usb=()");
                return Task.CompletedTask;
            });
            return next(http);
        });
    }
}

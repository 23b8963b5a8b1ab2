using Madoguchi.Chat;

namespace Madoguchi.Setup;

/// <summary>What every answer says about itself. An endpoint that needs another rule (a file, the widget) sets its own first.</summary>
public static class HeadersFeature
{
    private const string Policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors ";

    public static void UseHeaders(this IApplicationBuilder app)
    {
        app.Use((http, next) =>
        {
            http.Response.OnStarting(() =>
            {
                var headers = http.Response.Headers;
                headers.XContentTypeOptions = "nosniff";
                headers.TryAdd("Content-Security-Policy", Policy + FramingFeature.Of(http));
                headers.TryAdd("Referrer-Policy", "no-referrer"); // a customer's address is a key
                headers.TryAdd("Cross-Origin-Resource-Policy", "same-origin");
                headers.TryAdd("Permissions-Policy", "geolocation=(), microphone=(), payment=(), usb=()");
                return Task.CompletedTask;
            });
            return next(http);
        });
    }
}

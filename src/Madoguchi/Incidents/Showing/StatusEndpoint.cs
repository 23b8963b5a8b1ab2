using Madoguchi.Shared;
using Microsoft.Net.Http.Headers;

namespace Madoguchi.Incidents.Showing;

/// <summary>Hands out the files that <see cref="StatusFollower"/> writes: no database, no session, nothing drawn.</summary>
public static class StatusEndpoint
{
    private static readonly Dictionary<string, string> Beside = new()
    {
        ["status.css"] = "text/css; charset=utf-8", ["times.js"] = "text/javascript; charset=utf-8", ["status.js"] = "text/javascript; charset=utf-8", ["feed.ja.atom"] = "application/atom+xml; charset=utf-8", ["feed.en.atom"] = "application/atom+xml; charset=utf-8",
    };

    public static void MapStatus(this IEndpointRouteBuilder app)
    {
        app.MapMethods("/status", ["GET", "HEAD"], (HttpContext http, StatusFollower files) => Send(http, files, StatusFollower.Page(Tongue.Asked(http)), "text/html; charset=utf-8")).ExcludeFromDescription();
        app.MapMethods("/status.json", ["GET", "HEAD"], (HttpContext http, StatusFollower files) => Send(http, files, StatusFollower.Json, "application/json; charset=utf-8")).ExcludeFromDescription();
        app.MapMethods("/status/{file}", ["GET", "HEAD"], (string file, HttpContext http, StatusFollower files) =>
            Beside.TryGetValue(file, out var type) ? Send(http, files, file, type) : TypedResults.NotFound()).ExcludeFromDescription();
    }

    private static IResult Send(HttpContext http, StatusFollower files, string name, string type)
    {
        var path = Path.Combine(files.Folder, name);
        var packed = http.Request.Headers.AcceptEncoding.ToString().Contains("gzip", StringComparison.OrdinalIgnoreCase) && File.Exists(path + ".gz");
        var headers = http.Response.Headers;
        // Held from here on: while it is sent another may take its place, and must not be mixed with it.
        if (Opened(packed ? path + ".gz" : path) is not { } file)
        {
            // The very first moment of a new house.
            headers.RetryAfter = "2";
            return TypedResults.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }

        headers.CacheControl = (name.EndsWith(".css", StringComparison.Ordinal) || name.EndsWith(".js", StringComparison.Ordinal)) && http.Request.Query.ContainsKey("v") ? "public, max-age=31536000, immutable" : "public, max-age=10, stale-while-revalidate=60, stale-if-error=86400";
        // Whoever keeps copies keeps one where the language is asked for.
        headers.Vary = http.Request.Path == "/status" && http.Request.Query["lang"].ToString() is not ("ja" or "en") ? "Accept-Encoding, Accept-Language, Cookie" : "Accept-Encoding";
        headers.AccessControlAllowOrigin = "*";
        headers["Cross-Origin-Resource-Policy"] = "cross-origin"; // made for other people's pages, too
        if (packed)
            headers.ContentEncoding = "gzip";
        var written = File.GetLastWriteTimeUtc(file.SafeFileHandle);
        return TypedResults.Stream(file, type, lastModified: written, entityTag: new EntityTagHeaderValue($"\"{written.Ticks:x}-{file.Length:x}{(packed ? "z" : "")}\""));
    }

    private static FileStream? Opened(string path)
    {
        try
        {
            return new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1, useAsync: true);
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }
}

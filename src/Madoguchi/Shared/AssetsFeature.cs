using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.Extensions.FileProviders;

namespace Madoguchi.Shared;

/// <summary>Style sheets and scripts under an address that changes with their content, so that browsers may keep them for ever.</summary>
public sealed class AssetsFeature(IWebHostEnvironment environment)
{
    private readonly ConcurrentDictionary<string, (DateTimeOffset Changed, string Address)> known = new();

    /// <param name="path">Below wwwroot, as <c>css/base.css</c>.</param>
    public string Of(string path)
    {
        var file = environment.WebRootFileProvider.GetFileInfo(path);
        return known.TryGetValue(path, out var one) && one.Changed == file.LastModified ? one.Address : (known[path] = (file.LastModified, Address(path, file))).Address;
    }

    public static void Serve(WebApplication app) => app.UseStaticFiles(new StaticFileOptions
    {
        OnPrepareResponse = served =>
        {
            var headers = served.Context.Response.Headers;
            headers.CacheControl = served.Context.Request.Query.ContainsKey("v") ? "public, max-age=31536000, immutable" : "no-cache";
            if (served.File.Name == "widget.js")
                headers["Cross-Origin-Resource-Policy"] = "cross-origin"; // made for other people's pages
        },
    });

    private static string Address(string path, IFileInfo file)
    {
        using var content = file.CreateReadStream(); // a page that names a missing file fails in its first test
        return $"/{path}?v={Convert.ToHexStringLower(SHA256.HashData(content))[..12]}";
    }
}

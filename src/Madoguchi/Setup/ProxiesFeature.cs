using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace Madoguchi.Setup;

public static class ProxiesFeature
{
    /// <summary><c>Madoguchi:Proxies</c>: addresses of the reverse proxies in front, separated by commas. Only what comes from them may
    /// say for whom, and whether by TLS; from anybody else such a header is a claim and is not read.</summary>
    public static void UseProxies(this WebApplication app)
    {
        var trusted = (app.Configuration["Madoguchi:Proxies"] ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (trusted.Length == 0)
            return;
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var address in trusted)
            options.KnownProxies.Add(IPAddress.Parse(address));
        app.UseForwardedHeaders(options);
    }
}

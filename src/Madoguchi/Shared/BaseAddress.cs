using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Madoguchi.Shared;

/// <summary>Where links point: <c>Madoguchi:Address</c>, or the address that the server listens on. Never the Host header,
/// which the caller writes.</summary>
public sealed class BaseAddress(IConfiguration configuration, IServer server)
{
    public string Of(string path)
    {
        var configured = configuration["Madoguchi:Address"] ?? server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault();
        return (configured ?? "http://127.0.0.1:5080").TrimEnd('/').Replace("[::]", "localhost", StringComparison.Ordinal).Replace("0.0.0.0", "localhost", StringComparison.Ordinal) + path;
    }
}

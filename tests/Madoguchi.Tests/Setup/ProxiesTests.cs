using System.Net;
using Madoguchi.Tests.Rig;

namespace Madoguchi.Tests.Setup;

/// <summary>Behind a proxy each visitor has a bucket of their own; without a configured proxy nobody can pretend to be many.</summary>
[Trait("needs", "app")]
public sealed class ProxiesTests
{
    [Fact]
    public async Task Visitors_behind_a_known_proxy_are_told_apart()
    {
        await using var app = await App.Start(On.Sqlite, ("Madoguchi:Rates:Contacts", "1"), ("Madoguchi:Proxies", "127.0.0.1, ::1"));
        await app.Cast();

        Assert.Equal(HttpStatusCode.Created, await Contact(app, "203.0.113.1"));
        Assert.Equal(HttpStatusCode.Created, await Contact(app, "203.0.113.2"));
        Assert.Equal(HttpStatusCode.TooManyRequests, await Contact(app, "203.0.113.1"));
    }

    [Fact]
    public async Task Without_a_known_proxy_the_header_is_only_a_claim()
    {
        await using var app = await App.Start(On.Sqlite, ("Madoguchi:Rates:Contacts", "1"));
        await app.Cast();

        Assert.Equal(HttpStatusCode.Created, await Contact(app, "203.0.113.1"));
        Assert.Equal(HttpStatusCode.TooManyRequests, await Contact(app, "203.0.113.2"));
    }

    private static async Task<HttpStatusCode> Contact(App app, string address)
    {
        using var client = app.Anonymous;
        client.DefaultRequestHeaders.Add("X-Forwarded-For", address);
        return (await client.Post("/api/v1/contacts", new { text = "もしもし" })).Status;
    }
}

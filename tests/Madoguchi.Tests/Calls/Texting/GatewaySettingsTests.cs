using System.Net;
using System.Text.Json;
using Madoguchi.Calls.Texting;
using Microsoft.Extensions.Configuration;

namespace Madoguchi.Tests.Calls.Texting;

public sealed class GatewaySettingsTests
{
    private const string Words = "「窓口」から\nA & \"B\" {to}";

    [Fact]
    public void Json_stays_json_whatever_the_words()
    {
        var settings = Read(("Url", "https://sms.example.test/v1/{to}"), ("Body", """{"recipient":"{to}","body":"{text}"}"""));

        using var body = JsonDocument.Parse(settings.BodyFor("+819012345678", Words));
        Assert.Equal(("+819012345678", Words), (body.RootElement.GetProperty("recipient").GetString(), body.RootElement.GetProperty("body").GetString()));
        Assert.Equal("https://sms.example.test/v1/%2B819012345678", settings.UrlFor("+819012345678", Words).AbsoluteUri);
    }

    [Fact]
    public void A_form_is_escaped_and_an_address_too()
    {
        var settings = Read(("Url", "http://sms.example.test/send?n={to}&m={text}"), ("Method", "get"), ("ContentType", "application/x-www-form-urlencoded"));

        Assert.Equal(HttpMethod.Get, settings.Method);
        Assert.Equal($"to=%2B819012345678&text={Uri.EscapeDataString(Words)}", settings.BodyFor("+819012345678", Words));
        Assert.Contains(Uri.EscapeDataString(Words), settings.UrlFor("+819012345678", Words).AbsoluteUri, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Url", "ftp://sms.example.test")]
    [InlineData("Body", "{\"to\":{to}\"}")]
    [InlineData("ContentType", "json")]
    public void What_cannot_work_is_said_at_the_start(string key, string value)
    {
        var (settings, wrong) = GatewaySettings.Read(Configured([("Url", "https://sms.example.test"), (key, value)]));

        Assert.Null(settings);
        Assert.Contains(key, wrong, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_an_address_there_is_none() => Assert.Equal((null, null), GatewaySettings.Read(Configured([])));

    [Theory]
    [InlineData("127.0.0.1", true)]
    [InlineData("10.1.2.3", true)]
    [InlineData("172.20.0.1", true)]
    [InlineData("192.168.1.1", true)]
    [InlineData("169.254.169.254", true)]
    [InlineData("::1", true)]
    [InlineData("::ffff:10.0.0.1", true)]
    [InlineData("fd00::1", true)]
    [InlineData("2002:7f00:1::", true)] // an old way of writing 127.0.0.1
    [InlineData("::127.0.0.1", true)]
    [InlineData("203.0.113.9", false)]
    [InlineData("2001:db8::1", false)]
    public void Our_own_network_is_known(string address, bool isPrivate) => Assert.Equal(isPrivate, PrivateNetwork.Contains(IPAddress.Parse(address)));

    private static GatewaySettings Read(params IReadOnlyList<(string Key, string Value)> set)
    {
        var (settings, wrong) = GatewaySettings.Read(Configured(set));
        Assert.Null(wrong);
        return settings!;
    }

    private static IConfigurationRoot Configured(IReadOnlyList<(string Key, string Value)> set)
    {
        var read = new ConfigurationBuilder().AddInMemoryCollection().Build();
        foreach (var (key, value) in set)
            read[$"Madoguchi:Texting:{key}"] = value;
        return read;
    }
}

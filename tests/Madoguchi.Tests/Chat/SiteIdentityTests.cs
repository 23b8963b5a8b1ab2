using Madoguchi.Chat.Contacting;

namespace Madoguchi.Tests.Chat;

public sealed class SiteIdentityTests
{
    private const string Secret = "ms_secret";
    private static readonly DateTimeOffset Noon = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);
    private static readonly SiteIdentity Hana = new("u-17", "hana@example.test", "山野", Noon.ToUnixTimeSeconds(), "");

    // printf 'madoguchi-user-v1\naccount\n1795348800\nu-17\nhana@example.test\n山野' | openssl dgst -sha256 -hmac ms_secret
    [Fact]
    public void The_signature_is_the_documented_one() =>
        Assert.Equal("1e6ca4c35c0f4a924b98a037ca16da8cdeb970be909689613496b51c10961082", Hana.SignedWith(Secret, "account"));

    [Theory]
    [InlineData(0, true)]
    [InlineData(600, true)]
    [InlineData(601, false)]
    [InlineData(-60, true)]
    [InlineData(-61, false)]
    public void A_signature_lasts_ten_minutes(int secondsLater, bool believed) =>
        Assert.Equal(believed, Signed().IsSigned(Secret, "account", Noon.AddSeconds(secondsLater)));

    [Fact]
    public void It_holds_for_this_user_this_desk_and_this_secret_only()
    {
        Assert.True(Signed().IsSigned(Secret, "account", Noon));
        Assert.False(Signed().IsSigned("ms_other", "account", Noon));
        Assert.False(Signed().IsSigned(null, "account", Noon));
        Assert.False(Signed().IsSigned(Secret, "technical", Noon));
        Assert.False((Signed() with { Id = "u-18" }).IsSigned(Secret, "account", Noon));
        Assert.False((Signed() with { Mail = "other@example.test" }).IsSigned(Secret, "account", Noon));
        Assert.False((Signed() with { IssuedAt = Hana.IssuedAt + 1 }).IsSigned(Secret, "account", Noon));
        Assert.False((Signed() with { Signature = "" }).IsSigned(Secret, "account", Noon));
        Assert.False((Signed() with { Signature = "窓口" }).IsSigned(Secret, "account", Noon));
    }

    [Theory]
    [InlineData("u\n17", "")]
    [InlineData("u-17", "a@b\nc")]
    [InlineData("", "")]
    public void Parts_that_could_run_into_one_another_are_no_identity(string id, string mail) => Assert.False((Hana with { Id = id, Mail = mail }).IsUsable);

    [Theory]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36", "Chrome 131", "Windows")]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36 Edg/131.0.0.0", "Edge 131", "Windows")]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 17_2_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.2 Mobile/15E148 Safari/604.1", "Safari 17", "iOS 17.2.1")]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 17_2 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/120.0.6099.119 Mobile/15E148 Safari/604.1", "Chrome 120", "iOS 17.2")]
    [InlineData("Mozilla/5.0 (iPad; CPU OS 16_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/16.6 Mobile/15E148 Safari/604.1", "Safari 16", "iPadOS 16.6")]
    [InlineData("Mozilla/5.0 (Linux; Android 14; SM-S918B) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/23.0 Chrome/115.0.0.0 Mobile Safari/537.36", "Samsung Internet 23", "Android 14")]
    [InlineData("Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Mobile Safari/537.36", "Chrome 131", "Android")]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 17_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 Safari Line/13.20.0", "LINE 13", "iOS 17.1")]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64; rv:133.0) Gecko/20100101 Firefox/133.0", "Firefox 133", "Linux")]
    [InlineData("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.4 Safari/605.1.15", "Safari 17", "macOS")]
    [InlineData("curl/8.0", null, null)]
    [InlineData("", null, null)]
    public void Browser_and_system_are_named_plainly(string userAgent, string? browser, string? system)
    {
        Assert.Equal(browser, Browsers.Browser(userAgent));
        Assert.Equal(system, Browsers.System(userAgent));
    }

    private static SiteIdentity Signed() => Hana with { Signature = Hana.SignedWith(Secret, "account") };
}

using Madoguchi.Evidence.Asking;
using Madoguchi.Shared;
using Madoguchi.Tests.Chat;
using Madoguchi.Tests.Rig;

namespace Madoguchi.Tests.Evidence;

/// <summary>The pages of both sides as plain forms, without scripts.</summary>
public abstract class PagesTests(App app)
{
    private static readonly string[] CaptureAndMail = ["capture", "mail"];

    [Fact]
    public async Task The_desk_asks_the_customer_sees_the_steps_for_the_device_and_sends_and_both_see_what_came()
    {
        var hana = (await app.Cast()).Hana;
        var page = await Written.Story(app, "登録完了と出たのに、未登録のままです。", Cast.Account);
        var id = await page.CaseId();
        using var desk = await app.SignedIn(hana);
        var sheet = (await desk.Open($"/desk/cases/{id}/evidence/ask")).Was(200).Text;
        Assert.Contains("value=\"capture\" checked", sheet, StringComparison.Ordinal);
        (await desk.Send($"/desk/cases/{id}/evidence/ask", new { key = "e1", words = "画面は<お持ち>ですか" })).Was(422);
        (await desk.Send($"/desk/cases/{id}/evidence/ask", new { key = "e1", wanted = CaptureAndMail, device = "android", words = "画面は<お持ち>ですか" })).Was(302);

        var asked = (await page.Read()).Text;
        Assert.Contains("画面は&lt;お持ち&gt;ですか", asked, StringComparison.Ordinal);
        Assert.Contains($"href=\"{page.Path}/evidence\"", asked, StringComparison.Ordinal);
        var steps = (await app.Anonymous.Get(page.Path + "/evidence")).Was(200).Text;
        Assert.Contains("電源ボタンと音量を下げるボタン", steps, StringComparison.Ordinal);
        Assert.Contains("Apple Mail", (await app.Anonymous.Get(page.Path + "/evidence?device=mac&lang=en")).Was(200).Text, StringComparison.Ordinal);
        (await page.Send("evidence", new() { ["key"] = "k0", ["headers"] = " " })).Was(422);

        (await page.Send("evidence", new() { ["key"] = "k1", ["headers"] = MailReadingTests.Confirmation }, ("完了.jpg", Photos.Jpeg()))).Was(303);
        (await page.Send("evidence", new() { ["key"] = "k1", ["headers"] = MailReadingTests.Confirmation }, ("完了.jpg", Photos.Jpeg()))).Was(303);

        var given = (await page.Read()).Text;
        Assert.Equal(2, given.Split("証拠として受け取りました").Length - 1);
        Assert.Equal(2, (await app.Anonymous.Get(page.Path + "/evidence")).Was(200).Text.Split("SHA-256").Length - 1);
        var card = (await desk.Open($"/desk/cases/{id}")).Was(200).Text;
        foreach (var said in (string[])["確認番号 123456", "時計がずれています", "DMARC 不合格", "照合はまだ", "Apple iPhone 15", "撮影場所の記録があります", "2026-11-21 23:41:07", "すべて保存"])
            Assert.Contains(said, card, StringComparison.Ordinal);
        Assert.Contains("(証拠) 完了.jpg", (await app.Anonymous.Get(page.Path + "/transcript")).Was(200).Text, StringComparison.Ordinal);
        Assert.Equal("application/zip", (await desk.Open($"/desk/cases/{id}/evidence/bundle")).Was(200).ContentHeaders.ContentType?.MediaType);
        Assert.Empty(app.Faults.Seen);
    }

    [Fact]
    public async Task The_desk_adds_its_own_and_makes_evidence_of_what_was_attached()
    {
        var cast = await app.Cast();
        var page = await Written.Story(app, "登録完了と出たのに、未登録のままです。", Cast.Account);
        var id = await page.CaseId();
        (await page.Send("messages", new() { ["text"] = "これです", ["key"] = "m1" }, ("画面.png", Photos.Png()))).Was(303);
        using var desk = await app.SignedIn(cast.Hana);
        using var elsewhere = await app.SignedIn(cast.Mio);
        var before = (await desk.Open($"/desk/cases/{id}")).Was(200).Text;
        var address = before.Split("class=\"keep-it\" method=\"get\" action=\"")[1].Split('"')[0];

        Assert.Contains("画面.png", (await desk.Open(address)).Was(200).Text, StringComparison.Ordinal);
        (await elsewhere.Send(address, new { key = "a0" })).Was(409);
        (await desk.Send(address, new { key = "a1" })).Was(302);
        (await desk.SendFiles($"/desk/cases/{id}/evidence", ("headers", MailReadingTests.Confirmation), ("key", "a2"))).Was(302);
        (await desk.SendFiles($"/desk/cases/{id}/evidence", ("headers", ""), ("key", "a3"))).Was(422);

        Assert.Contains("変わらずに保管します", (await page.Read()).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("mail-headers.txt", (await page.Read()).Text, StringComparison.Ordinal);
        Assert.Contains("証拠・お客様には見えません", (await desk.Open($"/desk/cases/{id}")).Was(200).Text, StringComparison.Ordinal);
        (await elsewhere.Open($"/desk/cases/{id}/evidence")).Was(404);
    }

    public sealed class OnSqlite(SqliteApp app) : PagesTests(app), IClassFixture<SqliteApp>;

    public sealed class OnPostgres(PostgresApp app) : PagesTests(app), IClassFixture<PostgresApp>;
}

public sealed class AdviceTests
{
    [Theory]
    [InlineData("iOS 18.1", AskedDevice.IPhone)]
    [InlineData("iPadOS 17", AskedDevice.IPhone)]
    [InlineData("Android 15", AskedDevice.Android)]
    [InlineData("Windows 11", AskedDevice.Windows)]
    [InlineData("macOS 15", AskedDevice.Mac)]
    [InlineData("3.2", null)]
    [InlineData(null, null)]
    public void A_device_is_known_by_what_was_told(string? told, AskedDevice? device) => Assert.Equal(device, AskedDevices.In(told));

    [Fact]
    public void Every_wish_says_why_and_every_device_gets_steps_in_both_languages()
    {
        foreach (var wanted in Enum.GetValues<Wanted>())
        {
            Assert.NotEqual(Advice.Why(wanted, Tongue.Japanese), Advice.Why(wanted, Tongue.English));
            foreach (var device in Enum.GetValues<AskedDevice>())
            {
                var (ja, en) = (Advice.For(wanted, device, Tongue.Japanese), Advice.For(wanted, device, Tongue.English));
                Assert.Equal(wanted is Wanted.File, ja.Count == 0);
                Assert.Equal(ja.Select(s => s.All.Count), en.Select(s => s.All.Count));
                Assert.DoesNotContain(ja.SelectMany(s => s.All), en.SelectMany(s => s.All).Contains);
            }
        }
    }
}

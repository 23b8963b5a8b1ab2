using System.Globalization;
using System.Text;
using Madoguchi.Browser.Inbox;
using Madoguchi.Browser.Rig;
using Madoguchi.Tests.Rig;
using Microsoft.Playwright;

namespace Madoguchi.Browser.Proof;

/// <summary>Story S2 whole. A product's fault hits 37 in the last hour of a campaign. One with a capture and a mail, one with nothing complain ten minutes after midnight,
/// and fare alike: the denial is held back by its wording, the check is one click away, the reward is granted, and the other 35 are told before they ask.</summary>
public abstract class DeniedTests(NightStage stage)
{
    private const int Hit = 37;
    private const string Kept = "kept@example.test", Bare = "bare@example.test";
    private readonly HashSet<string> seen = [];

    [Fact]
    public async Task What_was_said_to_be_impossible_is_found_in_one_click_and_everybody_is_told()
    {
        using var admin = stage.App.Client(AppProcess.BootstrapKey);
        var rule = (await admin.Post("/api/v1/rules", new
        {
            name = T["登録完了にはアカウント連携が続く", "A completed registration is linked to the account"],
            when = new { type = "registration.completed" }, then = new { type = "account.linked" }, within = "PT60S", key = "subject",
        })).Was(201)["ruleId"];
        await using var yukari = await Yukari.Start(stage, (await admin.Post("/api/v1/product-log/keys", new { name = "Yukari" })).Was(201)["key"]);

        var capture = await TheFaultHits(yukari);
        stage.Clock.MoveTo(stage.Midnight.AddMinutes(10));
        await Patience.Until(async () => (await admin.Get($"/api/v1/rules/{rule}/broken")).Was(200).Json.GetProperty("broken").GetArrayLength(), broken => broken == Hit);
        await using var kept = await Complains(Kept, T["残っているのは完了画面の写しとメールだけです。", "All I have is a picture of the page and the mail."]);
        await Gives(kept, capture);
        await using var bare = await Complains(Bare, T["手元には何も残っていません。", "I have nothing to show for it."]);

        await using var hana = await stage.SignedIn(stage.Cast.Hana, stage.Language);
        await ItIsPutRight(hana, kept, "23:41:07");
        await ItIsPutRight(hana, bare, "23:47:40");

        Assert.Equal(await Messages(bare), await Messages(kept));
        Assert.Equal((1, 1), await Messages(bare)); // what happened; what came of it
        await TheOthersAreTold(rule);
        Assert.True(kept.Complaints.Count + bare.Complaints.Count == 0, string.Join('\n', kept.Complaints.Concat(bare.Complaints)));
        Assert.True(hana.Complaints.All(c => c.Contains("409", StringComparison.Ordinal)), string.Join('\n', hana.Complaints)); // held back
    }

    private bool Ja => stage.Language == "ja";

    private Words T => new(Ja);

    /// <summary>The page that said "complete", kept by the one who thought of it.</summary>
    private async Task<byte[]> TheFaultHits(Yukari yukari)
    {
        await yukari.Crowd(3, stage.Language);
        await using var first = await stage.Chromium.Open(yukari.Address, stage.Language, Shape.Phone);
        await Yukari.PlantTheFault(first);
        await Yukari.Register(first, "YUKARI-0001", Kept, () => stage.Clock.MoveTo(stage.Midnight.Add(-new TimeSpan(0, 18, 53))));
        await first.IsAccessible();
        var capture = await first.Page.ScreenshotAsync();
        await first.Go($"/{stage.Language}/product");
        await Assertions.Expect(first.Page.Locator("#state")).ToContainTextAsync(T["未登録", "Not registered"]);
        await first.Go($"/{stage.Language}/register");
        await first.Page.FillAsync("[name=code]", "YUKARI-0001");
        await first.Page.FillAsync("[name=email]", Kept);
        await first.Page.ClickAsync("main button");
        await Assertions.Expect(first.Page.Locator(".wrong")).ToContainTextAsync(T["ロック", "locked"]);

        stage.Clock.MoveTo(stage.Midnight.AddMinutes(-14));
        await using var second = await stage.Chromium.Open(yukari.Address, stage.Language, Shape.Phone);
        await Yukari.Register(second, "YUKARI-0002", Bare, () => stage.Clock.MoveTo(stage.Midnight.Add(-new TimeSpan(0, 12, 20))));
        stage.Clock.MoveTo(stage.Midnight.AddMinutes(-10));
        await yukari.Crowd(Hit - 2, stage.Language);
        Assert.True(first.Complaints.Count + second.Complaints.Count == 0, string.Join('\n', first.Complaints.Concat(second.Complaints)));
        return capture;
    }

    /// <summary>Through the contact form, ten minutes after midnight: one message.</summary>
    private async Task<Window> Complains(string email, string rest)
    {
        var window = await stage.Customer(stage.Language);
        await window.Go($"/contact?desk={Cast.Account}&lang={stage.Language}");
        await window.Page.FillAsync("#story", T["製品を登録しました。完了の画面が出たのに、未登録です。もう一度すると使用済みと言われます。特典を受け取れますか。", "I registered my kettle. The page said “complete”, but it shows as not registered. Trying again, the code is used. Do I get the reward? "] + rest);
        await window.Page.Locator("#contact details summary").First.ClickAsync();
        await window.Page.FillAsync("#reach", email);
        await window.Page.ClickAsync("#contact [type=submit]");
        await window.Page.WaitForURLAsync("**/c/mt_*");
        return window;
    }

    /// <summary>The capture of the page that said "complete", and the mail as it came.</summary>
    private async Task Gives(Window window, byte[] capture)
    {
        var sent = stage.Midnight.AddMinutes(-25).ToString("ddd, dd MMM yyyy HH:mm:ss zz00", CultureInfo.InvariantCulture);
        var mail = $"""
            Received: from out.yukari.example (out.yukari.example [192.0.2.7]) by mx.example.test with ESMTPS id 4711; {sent}
            From: Yukari <no-reply@yukari.example>
            To: {Kept}
            Subject: Yukari
            Date: {sent}
            Message-ID: <code-1@yukari.example>

            YUKARI-0001
            """;
        await window.Go($"{new Uri(window.Page.Url).AbsolutePath}/evidence?lang={stage.Language}");
        await window.Page.SetInputFilesAsync("#file", new FilePayload[]
        {
            new() { Name = "complete.png", MimeType = "image/png", Buffer = capture }, new() { Name = "code.eml", MimeType = "message/rfc822", Buffer = Encoding.ASCII.GetBytes(mail.ReplaceLineEndings("\r\n")) },
        });
        await window.IsAccessible();
        await window.Page.ClickAsync("#evidence-form button.next");
        await Assertions.Expect(window.Page.Locator("[data-timeline]")).ToContainTextAsync("code.eml");
    }

    private async Task ItIsPutRight(Window hana, Window customer, string completed)
    {
        await TheDenialIsHeldBack(hana, await CaseOf(customer), completed);
        await ItIsConfirmed(hana, customer);
        await TheRewardIsGranted(hana, customer);
    }

    private async Task TheDenialIsHeldBack(Window hana, string theCase, string completed)
    {
        var denial = T["登録がなければ特典はお渡しできません。", "Without registration there is no reward."];
        await hana.Go($"/desk/cases/{theCase}");
        await Assertions.Expect(hana.Page.Locator(".proof-box")).ToContainTextAsync("registration.completed");
        await Assertions.Expect(hana.Page.Locator(".proof-box")).ToContainTextAsync(completed);
        await Assertions.Expect(hana.Page.Locator(".rule-box")).ToContainTextAsync(T["登録完了にはアカウント連携が続く", "A completed registration is linked to the account"]);
        await Assertions.Expect(hana.Page.Locator(".rule-box")).ToContainTextAsync(T["37人のうちの1人", "1 of 37"]);
        await Look(hana, "denied-1-case");
        await Press(hana, "r");
        await hana.Page.Keyboard.TypeAsync(denial);
        await hana.Page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(hana.Page.Locator("#held h2")).ToContainTextAsync(T["まだ誰も確かめていません", "nobody has looked yet"]);
        await Assertions.Expect(hana.Page.Locator("#words")).ToHaveValueAsync(denial);
        await Look(hana, "denied-2-held");
        await hana.Page.ClickAsync("#held .button.next");
        await hana.Page.WaitForURLAsync("**/proof?**");
    }

    // What was begun before midnight keeps its right, and the customer reads so.
    private async Task ItIsConfirmed(Window hana, Window customer)
    {
        await Look(hana, "denied-3-check");
        await hana.Page.Locator("li.log", new() { HasText = "registration.started" }).Locator("[name=events]").CheckAsync();
        await hana.Page.Locator("li.log", new() { HasText = "registration.completed" }).Locator("[name=events]").CheckAsync();
        await hana.Page.CheckAsync("#finding [value=Confirmed]");
        await hana.Page.Locator("#finding details summary").ClickAsync();
        await hana.Page.FillAsync("#deadline", stage.Midnight.ToOffset(TimeSpan.FromHours(9)).ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture));
        await hana.Page.ClickAsync("#finding .button.next");
        await hana.Page.WaitForURLAsync("**/desk/cases/*");
        await hana.Page.ClickAsync("[data-does=show-finding]");
        await Assertions.Expect(hana.Page.Locator("#shown")).Not.ToBeEmptyAsync();
        await Look(hana, "denied-4-finding");
        await hana.Page.ClickAsync("#dialog .button.next");
        await Assertions.Expect(customer.Page.Locator("[data-timeline]")).ToContainTextAsync(T["おっしゃるとおりのことが残っていました", "The product’s records show what you told us"]);
        await Assertions.Expect(customer.Page.Locator("[data-timeline]")).ToContainTextAsync(T["権利はそのまま", "your right is kept"]);
    }

    // Ten minutes after the deadline.
    private async Task TheRewardIsGranted(Window hana, Window customer)
    {
        await hana.Page.ClickAsync("[data-does=grant-remedy]");
        await hana.Page.CheckAsync("#dialog [name=remedy][value=reward]");
        await hana.Page.FillAsync("#remedy-reason", T["締め切り前に登録が完了していた", "Completed before the deadline"]);
        await hana.Page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(hana.Page.Locator("section.remedies li")).ToContainTextAsync(T["特典", "reward"], new() { IgnoreCase = true });
        await Assertions.Expect(customer.Page.Locator("[data-timeline]")).ToContainTextAsync(T["特典をお渡しします", "The reward is yours"]);
        await Look(customer, "denied-5-customer");
    }

    /// <summary>From the rule's page, once: whoever has not complained gets a letter with the way to a case of their own.</summary>
    private async Task TheOthersAreTold(string rule)
    {
        await using var sora = await stage.SignedIn(stage.Cast.Sora, stage.Language);
        await sora.Go($"/desk/rules/{rule}");
        await Assertions.Expect(sora.Page.Locator("table.hit tbody tr")).ToHaveCountAsync(Hit);
        await sora.IsAccessible();
        await sora.Picture("denied-6-rule");
        await sora.Page.ClickAsync("[name=step][value=look]");
        await Assertions.Expect(sora.Page.Locator(".reckoned")).ToContainTextAsync(T["ほかに 2人", "2 more"]);
        await sora.IsAccessible();
        await sora.Page.ClickAsync("[name=step][value=send]");
        await Assertions.Expect(sora.Page.Locator(".undo")).ToContainTextAsync($"{Hit - 2}");
        stage.Clock.MoveTo(stage.Midnight.AddMinutes(11)); // nobody has called it off

        var others = Enumerable.Range(6, Hit - 2).Select(n => $"customer{n}@example.test").ToHashSet();
        var letters = await Patience.Until(() => Task.FromResult(Letters()), all => all.Count(l => others.Contains(l.To)) >= Hit - 2);
        Assert.Equal(others.Order(StringComparer.Ordinal), letters.Where(l => l.Text.Contains(T["こちらから先に", "before you had to ask"], StringComparison.Ordinal)).Select(l => l.To).Order(StringComparer.Ordinal)); // each once, and nobody else
        Assert.Equal(Hit - 2, letters.Where(l => others.Contains(l.To)).Select(l => l.Link).Distinct().Count());
        await sora.Go($"/desk/rules/{rule}");
        await Assertions.Expect(sora.Page.Locator("main")).ToContainTextAsync(T["全員に連絡しました", "All of them have been told"]);
        await sora.Picture("denied-7-told");

        await using var other = await stage.Customer(stage.Language);
        await other.Go(letters.First(l => others.Contains(l.To)).Link);
        await Assertions.Expect(other.Page.Locator("[data-timeline]")).ToContainTextAsync(T["当方の不具合", "on our side"]);
        await other.IsAccessible();
        await other.Picture("denied-8-other");
        Assert.True(sora.Complaints.Count + other.Complaints.Count == 0, string.Join('\n', sora.Complaints.Concat(other.Complaints)));
    }

    private IReadOnlyList<(string To, string Text, string Link)> Letters() => [.. stage.AllLetters().Select(l => (l.To, l.Text, LettersOf.LinkIn(l.Text)))];

    /// <summary>How many words it took: the customer's, and ours.</summary>
    private async Task<(int Theirs, int Ours)> Messages(Window customer)
    {
        using var client = stage.App.Client(stage.Cast.Hana.Key);
        var entries = (await client.Get($"/api/v1/cases/{await CaseOf(customer)}/timeline")).Was(200).Json.GetProperty("entries").EnumerateArray().Select(e => (Kind: e.GetProperty("kind").GetString(), Role: e.GetProperty("by").GetProperty("role").GetString())).ToList();
        return (entries.Count(e => e is ("message", "customer")), entries.Count(e => e is ("message" or "findingShown", "agent")));
    }

    // Each page once: the second one's are the same.
    private async Task Look(Window window, string name)
    {
        if (!seen.Add(name))
            return;
        await window.IsAccessible();
        await window.Picture(name);
    }

    private static async Task<string> CaseOf(Window customer) => await customer.Page.Locator("[data-timeline]").GetAttributeAsync("data-timeline") ?? throw new InvalidOperationException("The page shows no case.");

    private static async Task Press(Window window, string key)
    {
        await window.Page.EvaluateAsync("document.activeElement.blur()");
        await window.Page.Keyboard.PressAsync(key);
    }

    private readonly record struct Words(bool Ja)
    {
        public string this[string japanese, string english] => Ja ? japanese : english;
    }

    public sealed class InJapaneseOnSqlite(NightInJapan stage) : DeniedTests(stage), IClassFixture<NightInJapan>;

    public sealed class InEnglishOnPostgres(NightInEngland stage) : DeniedTests(stage), IClassFixture<NightInEngland>;
}

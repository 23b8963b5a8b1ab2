using Madoguchi.Browser.Rig;
using Madoguchi.Tests.Rig;
using Microsoft.Playwright;

namespace Madoguchi.Browser.Inbox;

/// <summary>Story S1 whole. The customer phones one desk, is offered to another and returned, phones that one himself with his number, breaks off,
/// comes back by the link, and it is solved. The story is written once, and nobody is asked twice.</summary>
public abstract class WholeStoryTests(Stage stage, string language)
{
    private const string Mail = "customer@example.test";
    private readonly bool ja = language == "ja";

    [Fact]
    public async Task Two_calls_one_story_a_break_and_the_way_back()
    {
        var story = T["有料プランに申し込んだのに、アプリを開くと404とだけ出ます。", "I signed up for the paid plan, but the app shows nothing but 404."];
        await using var hana = await stage.SignedIn(stage.Cast.Hana, language);
        await using var ken = await stage.SignedIn(stage.Cast.Ken, language);

        var number = await CallIsTaken(hana, story);
        await ItIsOfferedAndReturned(hana, ken, number);
        await TheNumberIsReadOutAtTheOtherDesk(ken, number, story);
        await TheWayBackIsMailedAndTheyTalk(ken, story);
        await TheyBreakOffAndComeBack(ken);
        await ItIsSolved(ken);

        await ToldOnce(ken, story);
        await TheFiguresSaySo(ken);
        Assert.True(ken.Complaints.Count + hana.Complaints.Count == 0, string.Join('\n', ken.Complaints.Concat(hana.Complaints)));
    }

    private Words T => new(ja);

    private async Task<string> CallIsTaken(Window hana, string story)
    {
        await Press(hana, "t");
        await Assertions.Expect(hana.Page.Locator("#call-text")).ToBeFocusedAsync();
        await hana.Page.Keyboard.TypeAsync(story);
        foreach (var (field, value) in new[] { ("name", T["山野", "Yamano"]), ("email", Mail), ("fact\\.serialNumber", "SN-77-0001") })
        {
            await hana.Page.FocusAsync($"#call-{field}");
            await hana.Page.Keyboard.TypeAsync(value);
        }

        if (!ja)
            await hana.Page.SelectOptionAsync("#call-language", "en"); // the desk is a Japanese one
        await hana.Picture("story-1-call");
        await hana.Page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(hana.Page.Locator(".taken .number b")).ToHaveCountAsync(5);
        var number = string.Concat(await hana.Page.Locator(".taken .number b").AllTextContentsAsync());
        await hana.Picture("story-2-number");
        await hana.Page.Keyboard.PressAsync("Enter");
        await hana.Page.WaitForURLAsync("**/desk/cases/*");
        return number;
    }

    private async Task ItIsOfferedAndReturned(Window hana, Window ken, string number)
    {
        await Press(hana, "h");
        await hana.Page.CheckAsync($"[name=toDesk][value={Cast.Technical}]");
        await hana.Page.FillAsync("#reason", T["技術の方で見てください", "Please look at the technical side"]);
        await hana.Page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(hana.Page.Locator("#band form")).ToBeVisibleAsync();

        await ken.Page.Locator("[data-queue=offered] data").WaitForAsync();
        await ken.Page.ClickAsync("[data-queue=offered]");
        await ken.Page.Locator($"#rows a:has-text('{number}')").ClickAsync();
        await ken.Page.Locator("#band a[data-dialog]").ClickAsync();
        await ken.Page.FillAsync("#dialog textarea", T["お支払いの反映を先に見てください", "Please look at the payment first"]);
        await ken.Page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(hana.Page.Locator(".timeline")).ToContainTextAsync(T["お支払いの反映", "at the payment first"]);
        await ken.Page.WaitForURLAsync("**/desk/offered");
        await hana.Picture("story-3-returned");
    }

    private async Task TheNumberIsReadOutAtTheOtherDesk(Window ken, string number, string story)
    {
        await Press(ken, "t");
        await Assertions.Expect(ken.Page.Locator("#call-text")).ToBeFocusedAsync();
        await ken.Page.FocusAsync("#call-find");
        await ken.Page.Keyboard.TypeAsync(string.Join(' ', number.ToLowerInvariant().ToCharArray()));
        await ken.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(ken.Page.Locator("[data-go-on]")).ToBeFocusedAsync();
        foreach (var known in new[] { story, "SN-77-0001", T["山野", "Yamano"], T["お支払いの反映", "at the payment first"] })
            await Assertions.Expect(ken.Page.Locator("#caller")).ToContainTextAsync(known);
        await ken.IsAccessible();
        await ken.Picture("story-4-read-out");
        await ken.Page.Keyboard.PressAsync("Enter");
        await ken.Page.WaitForURLAsync("**/desk/cases/*");
        await Assertions.Expect(ken.Page.Locator("#case-head")).ToHaveAttributeAsync("data-may-answer", "true");
        await Assertions.Expect(ken.Page.Locator("#case-head")).ToContainTextAsync("Ken");
    }

    private async Task TheWayBackIsMailedAndTheyTalk(Window ken, string story)
    {
        await ken.Page.Locator(".mail-link button").ClickAsync();
        await using var customer = await Customer("/c/mt_");
        await Assertions.Expect(customer.Page.Locator("body")).ToContainTextAsync(story);
        await Assertions.Expect(customer.Page.Locator("body")).ToContainTextAsync(T["お電話でうかがい、担当者が書き留めました", "Told by phone, written down by the agent"]);
        await customer.Picture("story-5-customer");
        await customer.IsAccessible();

        await Press(ken, "r");
        await ken.Page.Keyboard.TypeAsync(T["SN-77-0001 を確かめました。アプリを入れ直してみてください。", "I looked at SN-77-0001. Please reinstall the app."]);
        await ken.Page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(customer.Page.Locator("body")).ToContainTextAsync("SN-77-0001");
        Assert.True(customer.Complaints.Count == 0, string.Join('\n', customer.Complaints));
        await ken.Page.Keyboard.PressAsync("Escape");
    }

    // The window is closed in the middle of it: nobody says goodbye.
    private async Task TheyBreakOffAndComeBack(Window ken)
    {
        await Press(ken, "w");
        await Assertions.Expect(ken.Page.Locator("#follow-up-text")).Not.ToBeEmptyAsync();
        await ken.Picture("story-6-follow-up");
        await ken.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(ken.Page.Locator("#dialog")).Not.ToBeVisibleAsync();

        await using var customer = await Customer(T["3つのボタン", "The three buttons"]);
        await Assertions.Expect(customer.Page.Locator(".follow-up .answers button")).ToHaveCountAsync(3);
        await customer.Picture("story-7-three-taps");
        await customer.IsAccessible();
        await customer.Page.ClickAsync(".follow-up [value=stuck]");
        await Assertions.Expect(customer.Page.Locator(".follow-up")).ToHaveCountAsync(0);
        await Assertions.Expect(ken.Page.Locator("#case-head")).ToContainTextAsync(T["対応中", "In progress"]);
    }

    private async Task ItIsSolved(Window ken)
    {
        await Press(ken, "s");
        await ken.Page.FillAsync("#outcome", T["アプリを入れ直して、見られるようになりました。", "Reinstalled the app, and it plays."]);
        await ken.Page.Keyboard.PressAsync("Control+Enter");
        await using var customer = await Customer(T["3つのボタン", "The three buttons"]);
        await customer.Page.ClickAsync("#now [name=solved][value=true]");
        await Assertions.Expect(customer.Page.Locator("[data-timeline]")).ToContainTextAsync(T["解決しました", "Solved"]);
        await Assertions.Expect(ken.Page.Locator("#case-head .about span").First).ToHaveTextAsync(T["解決", "Solved"]);
        await ken.Picture("story-8-solved");
    }

    private async Task ToldOnce(Window ken, string story)
    {
        using var client = stage.App.Client(stage.Cast.Ken.Key);
        var entries = (await client.Get($"/api/v1/cases/{new Uri(ken.Page.Url).Segments[^1]}/timeline")).Was(200).Json.GetProperty("entries").EnumerateArray().ToList();
        Assert.Equal("callTaken", Assert.Single(entries, e => e.GetProperty("body").ToString().Contains(story[..10], StringComparison.Ordinal) && e.GetProperty("by").GetProperty("role").ToString() != "system"
            && e.GetProperty("kind").ToString() != "handoverOffered").GetProperty("kind").ToString());
        Assert.DoesNotContain(entries, e => e.GetProperty("kind").ToString() is "question" or "askedAgain");
    }

    private async Task TheFiguresSaySo(Window ken)
    {
        using var client = stage.App.Client(stage.Cast.Sora.Key);
        Assert.Equal((1, 1), await Patience.Until(async () => (await Sum(client, "handovers", "returned"), await Sum(client, "handovers", "takenOver")), sums => sums == (1, 1)));
        Assert.Equal((1, 1), await Patience.Until(async () => (await Sum(client, "broken-off", "brokenOff"), await Sum(client, "broken-off", "cameBack")), sums => sums == (1, 1)));
        Assert.Equal((0, 0), (await Sum(client, "asked-twice", "askedAgain"), await Sum(client, "asked-twice", "questions")));
        await ken.Go("/desk/reports");
        await Assertions.Expect(ken.Page.Locator("section[aria-labelledby=asked-twice] .says")).ToContainTextAsync(T["質問はありませんでした", "No question was asked"]);
        await Assertions.Expect(ken.Page.Locator("section[aria-labelledby=broken-off] .says")).ToContainTextAsync(T["途切れた 1件のうち 1件が戻ってこられました", "Of 1 that broke off, 1 came back"]);
        await Assertions.Expect(ken.Page.Locator("section[aria-labelledby=handovers] .says")).ToContainTextAsync(T["1件が戻りました", "The one handover came back unaccepted"]);
        await ken.IsAccessible();
        await ken.Picture("story-9-figures");
    }

    private static async Task<long> Sum(HttpClient by, string report, string figure) =>
        (await by.Get($"/api/v1/reports/{report}")).Was(200).Json.GetProperty("sums").GetProperty(figure).GetInt64();

    /// <summary>The customer opens the link of the newest letter that says this, on a telephone of their own.</summary>
    private async Task<Window> Customer(string words)
    {
        var link = await stage.LinkTo(Mail, words);
        var customer = await stage.Customer(language);
        await customer.Go(link);
        return customer;
    }

    private static async Task Press(Window window, string key)
    {
        await window.Page.EvaluateAsync("document.activeElement.blur()");
        await window.Page.Keyboard.PressAsync(key);
    }

    private readonly record struct Words(bool Ja)
    {
        public string this[string japanese, string english] => Ja ? japanese : english;
    }

    public sealed class InJapaneseOnSqlite(SqliteStage stage) : WholeStoryTests(stage, "ja"), IClassFixture<SqliteStage>;

    public sealed class InEnglishOnPostgres(PostgresStage stage) : WholeStoryTests(stage, "en"), IClassFixture<PostgresStage>;
}

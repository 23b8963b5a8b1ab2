using Madoguchi.Browser.Rig;
using Madoguchi.Tests.Rig;
using Microsoft.Playwright;

namespace Madoguchi.Browser.Chat;

/// <summary>A customer with a phone in one hand: from the first word to a settled matter, in both languages.</summary>
public sealed class CustomerTests(SqliteStage stage) : IClassFixture<SqliteStage>
{
    private static readonly byte[] Screen = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==");

    [Theory]
    [InlineData("ja", false)]
    [InlineData("en", false)]
    [InlineData("ja", true)]
    public async Task From_the_first_word_to_solved(string language, bool dark)
    {
        var ja = language == "ja";
        await using var visitor = new Visitor(await stage.Chromium.Open(stage.App.Address, language, Shape.Phone, dark: dark), stage.App);
        var page = visitor.Page;
        await visitor.Window.Go($"/contact?lang={language}");
        await visitor.Window.IsAccessible();
        await visitor.Window.Picture("contact");

        await visitor.Tell(ja ? "昨夜からアプリを開くと「404」とだけ出ます。\n有料プランに申し込んだのに使えず、困っています。" : "Since last night the app only shows 404.\nI pay for it and cannot use it.", ja ? Cast.Account : Cast.TechnicalEn);
        await visitor.IsUp();
        await visitor.Window.IsAccessible();
        await visitor.Window.Picture("chat-first");

        await page.Locator("#file").SetInputFilesAsync([File("screen-1.png"), File("screen-2.png"), File("screen-3.png")]);
        await Assertions.Expect(page.Locator("#chosen li")).ToHaveCountAsync(3);
        await visitor.Window.Picture("chat-choosing");
        await visitor.Say(ja ? "再起動とWi-Fiの切り替えを試しました。そのときの画面です。" : "I restarted it and changed the Wi-Fi. These are the screens.");
        await Assertions.Expect(visitor.Entries).ToHaveCountAsync(5);
        await Assertions.Expect(page.Locator("li.picture img")).ToHaveCountAsync(3);

        var agent = await visitor.Agent(ja ? stage.Cast.Hana : stage.Cast.Robin);
        await agent(ja ? "3枚とも拝見しました。ご契約に問題はありません。アプリの側を、順に確かめていきましょう。" : "I have seen all three. Your plan is fine. Let us look at the app, step by step.");
        await Assertions.Expect(visitor.Entries).ToHaveCountAsync(6);
        await visitor.Window.IsAccessible();
        await visitor.Window.Picture("chat");

        using (var asker = stage.App.Client((ja ? stage.Cast.Hana : stage.Cast.Robin).Key))
            (await asker.Post($"/api/v1/cases/{await visitor.CaseId()}/questions", new { fact = "serialNumber" })).Was(201);
        await page.Locator("#fact-serialNumber").FillAsync("SN-77");
        await agent(ja ? "お急ぎではありません。" : "There is no hurry.");
        await Assertions.Expect(visitor.Entries).ToHaveCountAsync(8);
        await Assertions.Expect(page.Locator("#fact-serialNumber")).ToHaveValueAsync("SN-77");
        await visitor.Window.IsAccessible();
        await visitor.Window.Picture("chat-asked");
        await page.Locator(".asked [type=submit]").ClickAsync();
        await Assertions.Expect(page.Locator(".asked")).ToHaveCountAsync(0);

        using (var client = stage.App.Client((ja ? stage.Cast.Hana : stage.Cast.Robin).Key))
            (await client.Post($"/api/v1/cases/{await visitor.CaseId()}/solution", new { outcome = ja ? "アプリを入れ直すと、古い控えが消えて表示されるようになります。" : "Reinstalling the app removes the old copy, and it opens again." })).Was(200);
        await Assertions.Expect(page.Locator("#now .step")).ToBeVisibleAsync();
        await visitor.Window.IsAccessible();
        await visitor.Window.Picture("chat-proposed");
        await page.Locator("#now [name=solved][value=true]").ClickAsync();
        await Assertions.Expect(page.Locator("#now .received")).ToBeVisibleAsync();
        await visitor.Window.Picture("chat-solved");

        await page.Locator("details.keep summary").ClickAsync();
        await Assertions.Expect(page.Locator(".qr")).ToBeVisibleAsync();
        await visitor.Window.IsAccessible();
        await visitor.Window.Picture("chat-keeping");
        Assert.Empty(visitor.Window.Complaints);
    }

    /// <summary>A tap's own look at the page is held back until something newer has come by the stream.</summary>
    [Fact]
    public async Task An_old_look_at_the_page_never_covers_what_came_after_it()
    {
        await using var visitor = new Visitor(await stage.Customer(), stage.App);
        await visitor.Tell("追い越しの話");
        await visitor.IsUp();
        using var agent = stage.App.Client(stage.Cast.Hana.Key);
        var path = $"/api/v1/cases/{await visitor.CaseId()}";
        (await agent.Post($"{path}/questions", new { fact = "serialNumber" })).Was(201);
        await visitor.Page.Locator("#fact-serialNumber").FillAsync("SN-77");
        var held = new TaskCompletionSource<IRoute>();
        await visitor.Page.RouteAsync(visitor.Page.Url, held.SetResult, new() { Times = 1 });
        await visitor.Page.Locator(".asked [type=submit]").ClickAsync();
        var route = await held.Task;
        var old = await route.FetchAsync();

        (await agent.Post($"{path}/solution", new { outcome = "届きました。" })).Was(200);
        await Assertions.Expect(visitor.Page.Locator("#now .step")).ToBeVisibleAsync();
        var drawn = visitor.Page.WaitForRequestFinishedAsync(new() { Predicate = r => r == route.Request });
        await route.FulfillAsync(new() { Response = old });
        await drawn;
        await visitor.Page.Locator("#now [name=solved][value=true]").ClickAsync();
        await Assertions.Expect(visitor.Page.Locator("#now .received")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_line_that_is_gone_is_said_calmly()
    {
        await using var wire = new Wire(stage.App.Port);
        await using var visitor = new Visitor(await stage.Customer(wire: wire), stage.App);
        await visitor.Tell("切れたときの見え方");
        await visitor.IsUp();
        wire.Refuse();
        await Assertions.Expect(visitor.Lost).ToBeVisibleAsync();
        await visitor.Say("切れている間に書きました");
        await Assertions.Expect(visitor.Page.Locator("li.waiting .state")).ToContainTextAsync("接続を待っています");
        await visitor.Window.IsAccessible();
        await visitor.Window.Picture("chat-lost");

        wire.Mend();
        await visitor.IsUp();
        await Assertions.Expect(visitor.Lost).ToBeHiddenAsync();
        await Assertions.Expect(visitor.Entries).ToHaveCountAsync(2);
        await Assertions.Expect(visitor.Page.GetByText("終了")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Without_scripts_everything_still_works()
    {
        await using var visitor = new Visitor(await stage.Customer(scripts: false), stage.App);
        await visitor.Tell("スクリプトのない話");
        await visitor.Page.Locator("#file").SetInputFilesAsync([File("画面.png")]);
        await visitor.Say("画面も送ります");
        await Assertions.Expect(visitor.Entries).ToHaveCountAsync(3);
        await (await visitor.Agent(stage.Cast.Hana))("お返事です");
        await visitor.Page.ReloadAsync();
        await Assertions.Expect(visitor.Page.GetByText("お返事です")).ToBeVisibleAsync();
        await visitor.Window.Picture("chat-plain");
    }

    [Fact]
    public async Task At_twice_the_size_nothing_runs_out_of_the_window()
    {
        await using var visitor = new Visitor(await stage.Customer(shape: Shape.Zoomed), stage.App);
        await visitor.Window.Go("/contact?lang=ja");
        await visitor.Window.IsAccessible();
        await visitor.Tell("大きな文字で");
        await visitor.Window.IsAccessible();
        await visitor.Window.Picture("chat");
    }

    [Fact]
    public async Task Everything_can_be_done_by_keyboard_alone()
    {
        await using var visitor = new Visitor(await stage.Customer(shape: Shape.Wide), stage.App);
        await visitor.Window.Go("/contact?lang=ja");
        await visitor.Page.Keyboard.PressAsync("Tab");
        Assert.StartsWith("a 本文へ", await visitor.Window.Focused(), StringComparison.Ordinal);
        await visitor.Page.Locator("#story").FocusAsync();
        await visitor.Page.Keyboard.TypeAsync("鍵盤だけで書きました");
        await visitor.Page.Keyboard.PressAsync("Control+Enter");
        await visitor.Page.WaitForURLAsync("**/c/mt_*");
        await visitor.IsUp();
        await visitor.Words.FocusAsync();
        await visitor.Page.Keyboard.TypeAsync("一行目");
        await visitor.Page.Keyboard.PressAsync("Enter");
        await visitor.Page.Keyboard.TypeAsync("二行目");
        await visitor.Page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(visitor.Entries).ToHaveCountAsync(2);
        Assert.Equal("一行目\n二行目", (await visitor.Read())[1].Text);
        await visitor.Window.Picture("chat");
    }

    [Fact]
    public async Task A_half_typed_story_survives_a_reload_and_half_typed_words_another_device()
    {
        await using var visitor = new Visitor(await stage.Customer(), stage.App);
        await visitor.Window.Go("/contact?lang=ja");
        await visitor.Page.Locator("#story").FillAsync("途中まで書いた話");
        await visitor.Page.ReloadAsync();
        await Assertions.Expect(visitor.Page.Locator("#story")).ToHaveValueAsync("途中まで書いた話");
        await visitor.Page.Locator("#contact [type=submit]").ClickAsync();
        await visitor.Page.WaitForURLAsync("**/c/mt_*");
        var kept = visitor.Page.WaitForResponseAsync("**/draft");
        await visitor.Words.FillAsync("途中まで書いた文");
        await kept;

        await using var other = await stage.Customer(shape: Shape.Wide);
        await other.Go(new Uri(visitor.Page.Url).AbsolutePath);
        await Assertions.Expect(other.Page.Locator("#words")).ToHaveValueAsync("途中まで書いた文");
    }

    private static FilePayload File(string name) => new() { Name = name, MimeType = "image/png", Buffer = Screen };
}

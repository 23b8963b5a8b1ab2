using Madoguchi.Browser.Rig;
using Madoguchi.Tests.Rig;
using Microsoft.Playwright;

namespace Madoguchi.Browser.Inbox;

/// <summary>A day's work without a mouse, and nothing typed is lost.</summary>
public abstract class HandsTests(Stage stage)
{
    [Fact]
    public async Task A_case_is_found_opened_taken_noted_on_and_answered_by_keys_alone()
    {
        var first = await Tell("印刷できません。");
        await Tell("音が小さい。");
        await using var hana = await stage.SignedIn(stage.Cast.Hana);
        await hana.Go("/desk/new");
        var keys = hana.Page.Keyboard;

        await keys.PressAsync("j");
        await keys.PressAsync("j");
        await keys.PressAsync("k");
        await keys.PressAsync("j");
        await keys.PressAsync("Enter");
        await Assertions.Expect(hana.Page.Locator("#case-title")).ToHaveTextAsync("印刷できません");
        Assert.Contains(first.CaseId, hana.Page.Url, StringComparison.Ordinal);
        await keys.PressAsync("m");
        await Assertions.Expect(hana.Page.Locator("#case-head")).ToContainTextAsync("担当: Hana");
        await keys.PressAsync("n");
        await keys.TypeAsync("型番を見る");
        await keys.PressAsync("Control+Enter");
        await Assertions.Expect(hana.Page.Locator(".entry.note")).ToContainTextAsync("型番を見る");
        await keys.PressAsync("Escape");
        await keys.PressAsync("r");
        await keys.TypeAsync("確かめます");
        await keys.PressAsync("Control+Enter");
        await Assertions.Expect(hana.Page.Locator(".entry.agent")).ToContainTextAsync("確かめます");

        Assert.True(hana.Complaints.Count == 0, string.Join('\n', hana.Complaints));
    }

    [Fact]
    public async Task Words_written_while_a_reply_is_on_its_way_are_not_lost()
    {
        var told = await Tell("開きません。");
        await using var hana = await stage.SignedIn(stage.Cast.Hana);
        await hana.Go($"/desk/cases/{told.CaseId}");
        var (arrived, gate) = (new TaskCompletionSource(), new TaskCompletionSource());
        await hana.Page.RouteAsync("**/messages?in=*", async route =>
        {
            arrived.SetResult();
            await gate.Task;
            await route.ContinueAsync();
        });

        await hana.Page.Keyboard.PressAsync("r");
        await hana.Page.Keyboard.TypeAsync("確かめます。");
        await hana.Page.Keyboard.PressAsync("Control+Enter");
        await arrived.Task.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        await hana.Page.Keyboard.TypeAsync("もう一つ、");
        gate.SetResult();

        await Assertions.Expect(hana.Page.Locator(".entry.agent")).ToContainTextAsync("確かめます。");
        await Assertions.Expect(hana.Page.Locator("#words")).ToHaveValueAsync("もう一つ、");
    }

    [Fact]
    public async Task Every_sheet_closes_by_Escape_and_gives_the_keyboard_back()
    {
        var told = await Tell("開きません。");
        await using var hana = await stage.SignedIn(stage.Cast.Hana);
        await hana.Go($"/desk/cases/{told.CaseId}");

        foreach (var key in new[] { "?", "h", "q", "s", "e", "f" })
        {
            await hana.Page.FocusAsync(".timeline");
            await hana.Page.Keyboard.PressAsync(key);
            await Assertions.Expect(hana.Page.Locator("#dialog h1")).ToBeVisibleAsync();
            await hana.IsAccessible();
            await hana.Picture($"sheet-{(key == "?" ? "keys" : key)}");
            await hana.Page.Keyboard.PressAsync("Escape");
            await Assertions.Expect(hana.Page.Locator("#dialog")).Not.ToBeVisibleAsync();
            Assert.Contains("経緯", await hana.Focused(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Half_typed_words_are_there_again_after_a_reload_and_outlive_a_colleagues_change()
    {
        var told = await Tell("更新が終わりません。");
        await using var hana = await stage.SignedIn(stage.Cast.Hana);
        await hana.Go($"/desk/cases/{told.CaseId}");
        await hana.Page.FocusAsync("#words");
        await hana.Page.Keyboard.TypeAsync("途中まで書いた");
        await Assertions.Expect(hana.Page.Locator("#saved")).ToContainTextAsync("下書きを保存しました");

        using var sora = stage.App.Client(stage.Cast.Sora.Key);
        (await sora.Post($"/api/v1/cases/{told.CaseId}/messages", new { text = "責任者です。" })).Was(201);
        await Assertions.Expect(hana.Page.Locator(".timeline")).ToContainTextAsync("責任者です。");
        Assert.Equal("途中まで書いた", await hana.Page.InputValueAsync("#words"));
        await hana.Page.ReloadAsync();

        Assert.Equal("途中まで書いた", await hana.Page.InputValueAsync("#words"));
    }

    [Fact]
    public async Task Pictures_go_with_the_words_and_open_large()
    {
        var told = await Tell("色がおかしい。");
        await using var hana = await stage.SignedIn(stage.Cast.Hana);
        await hana.Go($"/desk/cases/{told.CaseId}");

        await hana.Page.SetInputFilesAsync("#reply-form input[type=file]", [Picture("一枚目.png"), Picture("二枚目.png")]);
        await Assertions.Expect(hana.Page.Locator(".chosen li")).ToHaveCountAsync(2);
        await hana.Page.FillAsync("#words", "この画面になりますか");
        await hana.Page.ClickAsync("#reply-form .next");
        await Assertions.Expect(hana.Page.Locator(".entry img")).ToHaveCountAsync(2);
        await hana.Page.Locator("a.zoom").First.ClickAsync();
        await Assertions.Expect(hana.Page.Locator("#dialog img")).ToBeVisibleAsync();
        await hana.Page.Keyboard.PressAsync("Escape");

        await hana.IsAccessible();
        Assert.True(hana.Complaints.Count == 0, string.Join('\n', hana.Complaints));
    }

    [Fact]
    public async Task A_number_in_any_form_finds_the_customer_and_the_card()
    {
        var told = await Tell("番号で探されます。");
        await using var mio = await stage.SignedIn(stage.Cast.Mio);
        await mio.Page.Keyboard.PressAsync("/");
        await mio.Page.Keyboard.TypeAsync(string.Join(' ', told.Number.ToLowerInvariant().ToCharArray()));
        await mio.Page.Keyboard.PressAsync("Enter");
        await mio.Page.Locator($"#dialog a[href='/desk/customers/{told.Number}']").ClickAsync();

        await Assertions.Expect(mio.Page.Locator(".sheet")).ToContainTextAsync("番号で探されます");
        await mio.IsAccessible();
        await mio.Picture("card-of-another-desk");
        await mio.Page.FillAsync("[name=reason]", "こちらへお電話");
        await mio.Page.ClickAsync(".one-case .next");
        await mio.Page.WaitForURLAsync($"**/desk/cases/{told.CaseId}");
    }

    [Fact]
    public async Task On_a_phone_one_goes_from_list_to_case_to_card_and_back()
    {
        var told = await Tell("電話から。");
        await using var hana = await stage.SignedIn(stage.Cast.Hana, shape: Shape.Phone);
        await hana.Go("/desk/new");
        await hana.Page.ClickAsync($"#row-{told.CaseId} a");
        await Assertions.Expect(hana.Page.Locator("#case-title")).ToBeVisibleAsync();
        await hana.Picture("workspace-case-open");
        await hana.Page.ClickAsync(".to-card");
        await Assertions.Expect(hana.Page.Locator("#card .number")).ToBeVisibleAsync();
        await hana.IsAccessible();
        await hana.Picture("workspace-card");
        await hana.Page.ClickAsync(".shut");
        await hana.Page.ClickAsync(".back");
        await Assertions.Expect(hana.Page.Locator("#rows")).ToBeVisibleAsync();
    }

    private static FilePayload Picture(string name) => new()
    {
        Name = name, MimeType = "image/png", Buffer = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="),
    };

    private Task<Desks.Told> Tell(string text) => stage.Tell(new { desk = Cast.Account, language = "ja", name = "山野", text });

    public sealed class OnSqlite(SqliteStage stage) : HandsTests(stage), IClassFixture<SqliteStage>;
}

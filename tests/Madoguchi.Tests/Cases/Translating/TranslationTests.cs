using Madoguchi.Cases.Translating;
using Madoguchi.Tests.Rig;

namespace Madoguchi.Tests.Cases.Translating;

/// <summary>A machine's translation stands beside the original, comes when it comes, and is in nobody's way.</summary>
public abstract class TranslationTests(On on) : IAsyncLifetime
{
    private Translator engine = null!; // started before each test
    private App app = null!; // as above

    public async ValueTask InitializeAsync()
    {
        engine = await Translator.Start();
        app = await App.Start(on, ("Madoguchi:Translation:Url", engine.Url), ("Madoguchi:Translation:Key", "k-1"), ("Madoguchi:Translation:Seconds", "1"));
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await engine.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Words_that_the_desk_cannot_read_get_a_translation_beside_the_original()
    {
        var cast = await app.Cast();
        var (id, token) = await Tell(Cast.TechnicalEn, "ja", "画面が真っ白です。");

        await Patience.Until(() => Translations(cast.Robin, id), t => t is ["1 en [ja→en] 画面が真っ白です。"]);

        Assert.Equal("k-1", engine.Asked.First().GetProperty("api_key").GetString());
        using var robin = await app.SignedIn(cast.Robin);
        var page = (await robin.Open($"/desk/cases/{id}?lang=en")).Was(200).Text;
        Assert.InRange(page.IndexOf("[ja→en] 画面が真っ白です。", StringComparison.Ordinal), page.IndexOf("<p class=\"words\">画面が真っ白です。", StringComparison.Ordinal), int.MaxValue);
        Assert.Contains("Machine translation (English)", page, StringComparison.Ordinal);
        Assert.Contains("[ja→en]", (await robin.Open($"/desk/cases/{id}/entries/1/translation")).Was(200).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("[ja→en]", (await app.Anonymous.Get($"/c/{token}")).Was(200).Text, StringComparison.Ordinal);
        using var mio = await app.SignedIn(cast.Mio);
        (await mio.Open($"/desk/cases/{id}/entries/1/translation")).Was(404);
    }

    [Fact]
    public async Task Who_reads_the_language_is_not_troubled_and_whoever_takes_over_gets_what_was_said_before()
    {
        var cast = await app.Cast();
        var (id, token) = await Tell(Cast.Technical, "ja", "一つ目。");
        (await app.WithToken(token).Post($"/api/v1/cases/{id}/messages", new { text = "二つ目。" })).Was(201);
        var offer = (await app.As(cast.Ken).Post($"/api/v1/cases/{id}/handovers", new { toDesk = Cast.TechnicalEn, reason = "英語の窓口へ" })).Was(201)["handoverId"];
        Assert.Empty(engine.Asked);

        (await app.As(cast.Robin).Post($"/api/v1/handovers/{offer}/acceptance")).Was(200);

        await Patience.Until(() => Translations(cast.Robin, id), t => t.Count == 2);
        Assert.Equal(["1 en [ja→en] 一つ目。", "2 en [ja→en] 二つ目。"], await Translations(cast.Robin, id));
    }

    [Fact]
    public async Task A_failure_is_said_is_in_nobodys_way_and_is_made_good()
    {
        var cast = await app.Cast();
        engine.Fails = true;
        var (id, _) = await Tell(Cast.TechnicalEn, "ja", "動きません。");
        await Patience.Until(() => Translations(cast.Robin, id), t => t is ["1 en ! 400: ja is not supported"]);
        using var robin = await app.SignedIn(cast.Robin);
        Assert.Contains("No machine translation (400: ja is not supported). It will be tried again.", (await robin.Open($"/desk/cases/{id}?lang=en")).Was(200).Text, StringComparison.Ordinal);
        (await app.As(cast.Robin).Post($"/api/v1/cases/{id}/messages", new { text = "One moment please." })).Was(201);

        engine.Fails = false;
        app.Clock.Advance(TimeSpan.FromMinutes(1));

        await Patience.Until(() => Translations(cast.Robin, id), t => t is ["1 en [ja→en] 動きません。"]);
    }

    [Fact]
    public async Task A_reply_goes_out_with_its_translation_marked_as_made_by_a_machine()
    {
        var cast = await app.Cast();
        var (id, token) = await Tell(Cast.TechnicalEn, "ja", "動きません。");
        using var robin = await app.SignedIn(cast.Robin);
        Assert.Contains("data-translate", (await robin.Open($"/desk/cases/{id}")).Was(200).Text, StringComparison.Ordinal);
        var sheet = (await robin.SendFiles($"/desk/cases/{id}/translation?lang=en", ("text", "Please restart it."))).Was(200).Text;
        Assert.Contains("[en→ja] Please restart it.</textarea>", sheet, StringComparison.Ordinal);

        (await robin.SendFiles($"/desk/cases/{id}/messages", ("text", "Please restart it."), ("translation", "再起動してください。"), ("translationLanguage", "ja"), ("key", "t1"))).Was(302);

        var page = (await app.Anonymous.Get($"/c/{token}?lang=ja")).Was(200).Text;
        Assert.InRange(page.IndexOf("再起動してください。", StringComparison.Ordinal), page.IndexOf("Please restart it.", StringComparison.Ordinal), int.MaxValue);
        Assert.Contains("機械翻訳です。", page, StringComparison.Ordinal);
        Assert.Contains("(機械翻訳)", (await app.WithToken(token).Get($"/api/v1/cases/{id}/transcript?lang=ja")).Was(200).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_silent_engine_costs_a_second_and_the_reply_can_go_out_as_it_is()
    {
        var cast = await app.Cast();
        var (id, _) = await Tell(Cast.TechnicalEn, "ja", "動きません。");
        engine.IsSilent = true;

        var answer = (await app.As(cast.Robin).Post($"/api/v1/cases/{id}/translations", new { text = "Please restart it." })).Was(200);
        Assert.Equal(("ja", "no answer in time"), (answer["language"], answer["error"]));
        using var robin = await app.SignedIn(cast.Robin);
        await robin.Open($"/desk/cases/{id}");
        Assert.Contains("You can send it as it is", (await robin.SendFiles($"/desk/cases/{id}/translation?lang=en", ("text", "Please restart it."))).Was(200).Text, StringComparison.Ordinal);
        (await robin.SendFiles($"/desk/cases/{id}/messages", ("text", "Please restart it."), ("key", "t2"))).Was(302);
    }

    private async Task<IReadOnlyList<string>> Translations(Player player, string id) =>
        [.. (await app.As(player).Get($"/api/v1/cases/{id}/translations")).Was(200).Json.GetProperty("translations").EnumerateArray().Select(t =>
            $"{t.GetProperty("entry").GetInt32()} {t.GetProperty("language").GetString()} {(t.TryGetProperty("text", out var text) ? text.GetString() : "! " + t.GetProperty("error").GetString())}")];

    private async Task<(string Id, string Token)> Tell(string desk, string language, string text)
    {
        await app.Cast();
        var told = (await app.Anonymous.Post("/api/v1/contacts", new { desk, language, text })).Was(201);
        return (told["caseId"], told["token"]);
    }

    public sealed class OnSqlite() : TranslationTests(On.Sqlite);

    public sealed class OnPostgres() : TranslationTests(On.Postgres);
}

public sealed class ReadingTests
{
    [Theory]
    [InlineData("ja", new[] { "en" }, "en")]
    [InlineData("ja", new[] { "en", "ja" }, null)]
    [InlineData("en-GB", new[] { "en" }, null)]
    [InlineData("fr", new[] { "ja", "en" }, "ja")]
    [InlineData("fr", new string[0], null)]
    public void Only_what_nobody_there_reads_is_translated(string language, string[] readers, string? target) => Assert.Equal(target, Reading.Target(language, readers));
}

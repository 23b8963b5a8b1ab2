using Madoguchi.Cases.Noting;
using Madoguchi.Tests.Rig;

namespace Madoguchi.Tests.Cases;

public sealed class MentionsInTests
{
    private static readonly List<Mentionable> People = [.. new[] { "Ken", "Kenta", "見本 あおい", "Robin Example" }.Select(n => new Mentionable(new(Guid.NewGuid()), n, true))];

    [Theory]
    [InlineData("@Ken 見てください", "Ken")]
    [InlineData("＠ｋｅｎさん、お願いします", "Ken")]
    [InlineData("@Kenta", "Kenta")]
    [InlineData("@Kenny", "")]
    [InlineData("@見本あおい さんへ", "見本 あおい")]
    [InlineData("どうでしょう @見本 あおいさん @Ken", "見本 あおい,Ken")]
    [InlineData("@robin example, please", "Robin Example")]
    [InlineData("ken@Kenta.example", "")]
    [InlineData("@ Ken", "")]
    [InlineData("@", "")]
    [InlineData("@Ken @Ken", "Ken")]
    public void Names_are_called_by_an_at_sign(string text, string expected) => Assert.Equal(expected, string.Join(',', Mentions.In(text, People).Select(p => p.Name)));
}

public abstract class MentionsTests(App app)
{
    [Fact]
    public async Task Whoever_is_called_in_a_note_is_told_and_only_who_may_see_the_case()
    {
        var (theCase, cast) = (await Opened.At(app, Cast.Account), await app.Cast());
        var (hana, sora, mio) = (app.As(cast.Hana), app.As(cast.Sora), app.As(cast.Mio));

        var noted = (await hana.Post(theCase.Path + "/notes", new { text = "@Sora @Mio @Hana 確認お願いします" }, "once")).Was(201);
        (await hana.Post(theCase.Path + "/notes", new { text = "@Sora @Mio @Hana 確認お願いします" }, "once")).Was(201);

        Assert.Equal("""["Mio"]""", noted.Json.GetProperty("notTold").ToString());
        var notices = await Patience.Until(async () => (await sora.Get("/api/v1/notices")).Was(200).Json.GetProperty("notices").EnumerateArray().Where(n => n.GetProperty("caseId").GetString() == theCase.Id).ToList(), n => n.Count > 0);
        Assert.Equal("mentioned", Assert.Single(notices).GetProperty("kind").GetString());
        Assert.DoesNotContain(theCase.Id, (await mio.Get("/api/v1/notices")).Was(200).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(theCase.Id, (await hana.Get("/api/v1/notices")).Was(200).Text, StringComparison.Ordinal);
        Assert.False((await hana.Post(theCase.Path + "/notes", new { text = "だれも呼びません" })).Was(201).Json.TryGetProperty("notTold", out _));
        Assert.DoesNotContain("note", await theCase.Kinds(theCase.Customer));
    }

    [Fact]
    public async Task Who_can_be_called_is_who_may_see_the_case()
    {
        var (theCase, cast) = (await Opened.At(app, Cast.Account), await app.Cast());

        var names = (await app.As(cast.Hana).Get(theCase.Path + "/colleagues")).Was(200).Json.GetProperty("agents").EnumerateArray().Select(a => a.GetProperty("name").GetString());

        Assert.Equal(["Sora"], names);
        (await app.As(cast.Mio).Get(theCase.Path + "/colleagues")).Was(404);
        (await theCase.Customer.Get(theCase.Path + "/colleagues")).Was(404);
    }

    public sealed class OnSqlite(SqliteApp app) : MentionsTests(app), IClassFixture<SqliteApp>;

    public sealed class OnPostgres(PostgresApp app) : MentionsTests(app), IClassFixture<PostgresApp>;
}

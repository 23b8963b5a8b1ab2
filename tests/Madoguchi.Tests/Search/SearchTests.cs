using System.Text.Json;
using Madoguchi.Tests.Cases;
using Madoguchi.Tests.Rig;

namespace Madoguchi.Tests.Search;

public abstract class SearchTests(App app)
{
    private readonly Dictionary<Player, HttpClient> clients = [];

    [Theory]
    [InlineData("請求", "請求")]
    [InlineData("ｾｲｷｭｳ", "せいきゅう")]
    [InlineData("２重に", "二重に", false)]
    [InlineData("二重に 請求", "請求")]
    [InlineData("ＥＲＲ-４０４", "err-404")]
    [InlineData("Err", "err")]
    [InlineData("森", "森")]
    [InlineData("rr-404", "", false)]
    [InlineData("求請", "", false)]
    [InlineData("%", "", false)]
    [InlineData("\" OR *", "", false)]
    public async Task What_was_said_is_found_by_its_words_and_the_words_are_marked(string words, string marked, bool found = true)
    {
        var cast = await app.Cast();
        var theCase = await Opened.At(app, Cast.Account, "六月分が二重に請求されました。せいきゅう書は森さんから。画面は err-404 です。");
        await Learned(theCase);

        var hit = (await Find(cast.Hana, words)).Cases.FirstOrDefault(c => c.GetProperty("caseId").GetString() == theCase.Id);

        Assert.Equal(found, hit.ValueKind is JsonValueKind.Object);
        Assert.DoesNotContain(theCase.Id, (await Find(cast.Mio, words)).Text, StringComparison.Ordinal);
        if (!found)
            return;
        var snippet = hit.GetProperty("snippet").GetString()!; // found: with a snippet
        var marks = hit.GetProperty("marks").EnumerateArray().Select(m => snippet.Substring(m[0].GetInt32(), m[1].GetInt32())).ToList();
        Assert.Contains(marked, marks);
        Assert.Equal(1, hit.GetProperty("entry").GetInt32());
        Assert.Equal(theCase.Number, hit.GetProperty("customerNumber").GetString());
    }

    private async Task Learned(Opened theCase) =>
        await Patience.Until(async () => (await Find((await app.Cast()).Hana, theCase.Number)).Customers.Any(c => c.TryGetProperty("caseId", out var id) && id.GetString() == theCase.Id)
            && (await Find((await app.Cast()).Hana, "二重に")).Text.Contains(theCase.Id, StringComparison.Ordinal), learned => learned);

    private async Task<Found> Find(Player player, string words)
    {
        var answer = (await (clients.TryGetValue(player, out var known) ? known : clients[player] = app.As(player)).Get("/api/v1/search?q=" + Uri.EscapeDataString(words))).Was(200);
        return new([.. answer.Json.GetProperty("cases").EnumerateArray()], [.. answer.Json.GetProperty("customers").EnumerateArray()], answer.Text);
    }

    private sealed record Found(IReadOnlyList<JsonElement> Cases, IReadOnlyList<JsonElement> Customers, string Text);

    public sealed class OnSqlite(SqliteApp app) : SearchTests(app), IClassFixture<SqliteApp>;

    public sealed class OnPostgres(PostgresApp app) : SearchTests(app), IClassFixture<PostgresApp>;
}

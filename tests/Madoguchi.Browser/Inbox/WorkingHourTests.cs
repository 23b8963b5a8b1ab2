using Madoguchi.Browser.Rig;
using Madoguchi.Tests.Rig;

namespace Madoguchi.Browser.Inbox;

/// <summary>A working hour: three agents in three windows, thirty cases, by keyboard alone, while colleagues change the same cases all the time.
/// Not one draft is lost, no customer is answered twice unawares, and the counts are right at every moment.</summary>
public abstract class WorkingHourTests(Stage stage)
{
    private const int Cases = 30;
    private const int Rounds = 10;

    // Who does what in each round: one column a window.
    private static readonly (Work Hana, Work Sora, Work Ken)[] Plan = Drawn(new Random(20261122));

    [Fact]
    public async Task Three_agents_thirty_cases_by_keyboard_alone()
    {
        var told = new List<Desks.Told>();
        for (var i = 0; i < Cases; i++)
            told.Add(await stage.Tell(new { desk = i % 3 == 2 ? Cast.Technical : Cast.Account, language = "ja", name = $"客{i}", text = $"{i}番目の相談です。" }));
        await using var hana = await Desk(stage.Cast.Hana);
        await using var sora = await Desk(stage.Cast.Sora);
        await using var ken = await Desk(stage.Cast.Ken);
        Keyboardist[] windows = [hana, sora, ken];
        using var colleagues = await Colleagues.Of(stage, told, seed: 7);

        foreach (var (one, other, third) in Plan)
        {
            await Task.WhenAll(hana.Do(one), sora.Do(other), ken.Do(third), colleagues.Meddle());
            await Task.WhenAll(windows.Select(w => w.CountsAreRight()));
        }

        foreach (var window in windows)
            await window.DraftsAreKept();
        await NobodyWasAnsweredTwiceUnawares(told, windows);
        Assert.All(windows, w => Assert.True(w.Done >= Rounds * 2 / 3, $"{w.Player.Name} came to {w.Done} acts only"));
        Assert.True(windows.Sum(w => w.Unexpected.Count) == 0, string.Join('\n', windows.SelectMany(w => w.Unexpected)));
    }

    // Every answer of a window stands after nothing of a colleague's that the window had not shown, unless it was sent knowingly.
    private async Task NobodyWasAnsweredTwiceUnawares(List<Desks.Told> told, Keyboardist[] windows)
    {
        using var admin = stage.App.Client(AppProcess.BootstrapKey);
        var answers = 0;
        foreach (var one in told)
        {
            var entries = (await admin.Get($"/api/v1/cases/{one.CaseId}/timeline")).Was(200).Json.GetProperty("entries").EnumerateArray()
                .Where(e => e.GetProperty("kind").GetString() is "message" or "question" or "solutionProposed" && e.GetProperty("by").GetProperty("role").GetString() == "agent")
                .Select(e => (Number: e.GetProperty("entry").GetInt32(), By: e.GetProperty("by").GetProperty("name").GetString()!, Text: e.GetProperty("body").TryGetProperty("text", out var t) ? t.GetString()! : "")).ToList(); // agents have names, messages words
            foreach (var (number, by, text) in entries)
            {
                if (windows.SelectMany(w => w.Sent).SingleOrDefault(s => s.CaseId == one.CaseId && s.Text == text && s.By == by) is not { } sent)
                    continue;
                answers++;
                Assert.True(sent.Knowingly || !entries.Any(e => e.By != by && e.Number > sent.Seen && e.Number < number), $"{by} answered {one.CaseId} at {number} having seen {sent.Seen} only");
            }
        }

        Assert.InRange(answers, Rounds / 2, Cases * 3);
    }

    private async Task<Keyboardist> Desk(Player player) => new(stage, player, await stage.SignedIn(player));

    private static (Work, Work, Work)[] Drawn(Random random)
    {
        Work[] Column()
        {
            Work[] all = [Work.Answer, Work.Answer, Work.Answer, Work.Note, Work.TakeCharge, Work.Later, Work.Tag, Work.Propose, Work.LeaveHalf, Work.HandOver];
            random.Shuffle(all);
            return all;
        }

        return [.. Column().Zip(Column(), Column())];
    }

    public sealed class OnSqlite(SqliteStage stage) : WorkingHourTests(stage), IClassFixture<SqliteStage>;

    public sealed class OnPostgres(PostgresStage stage) : WorkingHourTests(stage), IClassFixture<PostgresStage>;
}

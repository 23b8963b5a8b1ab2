using System.Globalization;
using System.Text.RegularExpressions;
using Madoguchi.Tests.Architecture;
using Madoguchi.Tests.Rig;

namespace Madoguchi.Tests.Api;

/// <summary>Role × call × case: <see cref="Rights"/> says who gets what, OpenAPI says which calls there are.</summary>
public abstract partial class MatrixTests(App app) : IAsyncLifetime
{
    private Troupe troupe = null!; // gathered before each test

    public async ValueTask InitializeAsync() => troupe = await Troupe.Of(app);

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public void Every_call_has_its_row()
    {
        var calls = troupe.Contract.Operations.Select(o => o.Id).ToList();

        Sources.None(calls.Except(Rights.Operations).Select(c => $"{c}: add a row for it to the table in Rights: who gets which answer"));
        Sources.None(Rights.Operations.Except(calls).Select(c => $"{c}: there is no such call; take its row out of Rights"));
    }

    [Fact]
    public async Task Everybody_gets_what_the_table_says_and_a_refused_call_changes_nothing()
    {
        var strays = new List<string>();
        foreach (var call in troupe.Contract.Operations)
        {
            var refused = await Scene.Set(troupe);
            await refused.Prepare(call.Id);
            var before = await refused.State();
            Scene? read = null;
            foreach (var who in Troupe.Everybody)
            {
                var expected = Rights.Of(call.Id, who);
                var scene = expected >= 300 ? refused : read ?? await Scene.Set(troupe);
                if (scene != refused && scene != read)
                    await scene.Prepare(call.Id);
                if (scene != refused && call.Method == HttpMethod.Get)
                    read = scene; // whoever only looks leaves it as it is for the next
                strays.AddRange(Wrong($"{call} by {who}", expected, await scene.Call(call, who)));
            }

            if (call.Id is not "callNext" && await refused.State() != before) // whoever waits first is next, for those who may call: this one, too
                strays.Add($"{call}: was refused and changed the case all the same");
        }

        Sources.None(strays);
        Assert.Empty(app.Faults.Seen);
    }

    [Fact]
    public async Task A_customer_finds_nothing_at_another_customers_case()
    {
        var (mine, foreign) = (await Scene.Set(troupe), await Scene.Set(troupe));
        var strays = new List<string>();
        foreach (var call in troupe.Contract.Operations.Where(o => o.Parameters("path").Any() && o.TakesKey && o.Id is not ("joinLine" or "readGuide" or "listWindows"))) // their addresses name no case
            strays.AddRange(Wrong($"{call} at a foreign case", 404, await mine.Call(call, "customer", foreign.Path(call))));

        Sources.None(strays);
    }

    [Fact]
    public async Task What_an_agent_may_not_see_is_in_no_list()
    {
        var (scene, strays) = (await Scene.Set(troupe), new List<string>());
        foreach (var call in troupe.Contract.Operations.Where(o => o.Method == HttpMethod.Get && o.TakesKey && o.Id is not "readCustomer" && !o.Parameters("path").Any(p => p.EndsWith("Id", StringComparison.Ordinal))))
        {
            foreach (var query in (string[])["", $"?desk={Troupe.Owner}", "?q=山田", "?q=SN-1", "?queue=new", "?status=new"])
            {
                var seen = await scene.Call(call, "outsider", scene.Path(call) + query);
                if (seen.Text.Contains(scene.CaseId, StringComparison.Ordinal) || seen.Text.Contains(scene.CustomerNumber, StringComparison.Ordinal))
                    strays.Add($"{call}{query} shows a case of another desk: {seen.Text}");
            }
        }

        Sources.None(strays);
        Assert.Contains(scene.CaseId, (await scene.By("owner").Get($"/api/v1/cases?desk={Troupe.Owner}")).Was(200).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unknown_and_foreign_look_the_same()
    {
        var (scene, strays) = (await Scene.Set(troupe), new List<string>());
        foreach (var call in troupe.Contract.Operations.Where(o => o.TakesKey))
        {
            foreach (var parameter in call.Parameters("path").Where(p => p.EndsWith("Id", StringComparison.Ordinal)))
            {
                foreach (var who in Troupe.Inside)
                {
                    var door = Rights.Of(call.Id, who) is 403 && Rights.Of(call.Id, "outsider") is 403 ? 403 : 404;
                    var unknown = await scene.Call(call, who, scene.Path(call, parameter, Guid.CreateVersion7().ToString()));
                    strays.AddRange(Wrong($"{call} with an unknown {parameter} by {who}", door, unknown));
                    if (who is "outsider" && Rights.Of(call.Id, who) is 404 && Look(await scene.Call(call, who)) != Look(unknown))
                        strays.Add($"{call} by {who}: an unknown {parameter} and a foreign one can be told apart");
                    if (door is 404 && Look(unknown) != Look(await scene.Call(call, who, scene.Path(call, parameter, "x"))))
                        strays.Add($"{call} by {who}: an unknown {parameter} and what is none can be told apart");
                }
            }
        }

        Sources.None(strays);
    }

    private static IEnumerable<string> Wrong(string what, int expected, Answer answer)
    {
        if ((int)answer.Status != expected)
            yield return $"{what}: {expected} is expected, {(int)answer.Status} came: {answer.Text[..Math.Min(answer.Text.Length, 160)]}";
        else if (expected >= 400 && answer.ContentHeaders.ContentType?.MediaType is not "application/problem+json")
            yield return $"{what}: refused without a problem";
    }

    // All that a caller can compare, except what differs each time.
    private static string Look(Answer answer) => string.Join('\n', [
        ((int)answer.Status).ToString(CultureInfo.InvariantCulture), Trace().Replace(answer.Text, ""),
        .. answer.Headers.Concat(answer.ContentHeaders).Where(h => h.Key is not ("Date" or "Content-Length")).OrderBy(h => h.Key, StringComparer.Ordinal).Select(h => $"{h.Key}: {string.Join(", ", h.Value)}"),
    ]);

    [GeneratedRegex("\"traceId\":\"[^\"]*\"")]
    private static partial Regex Trace();

    public sealed class OnSqlite(SqliteApp app) : MatrixTests(app), IClassFixture<SqliteApp>;

    public sealed class OnPostgres(PostgresApp app) : MatrixTests(app), IClassFixture<PostgresApp>;
}

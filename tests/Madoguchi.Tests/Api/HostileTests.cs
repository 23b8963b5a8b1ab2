using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Madoguchi.Tests.Architecture;
using Madoguchi.Tests.Rig;

namespace Madoguchi.Tests.Api;

/// <summary>Bad input gets a problem that says what is wrong, never a fault, the same on both engines, and changes nothing. What is sent is generated from OpenAPI.
/// Each kind is a class of its own, so that they run beside each other.</summary>
public abstract class HostileTests(SqliteApp sqlite, PostgresApp postgres) : IClassFixture<SqliteApp>, IClassFixture<PostgresApp>
{
    private static readonly string[] Segments =
    [
        "x", "0", "-1", "%00", "a%00b", "..%2f..%2fetc", "';drop%20table%20cases;--", "%ff", "%ed%a0%80", "窓口", "%E7%AA%93%E5%8F%A3", "%EF%BF%BE", "00000000-0000-0000-0000-000000000000",
        "{00000000-0000-0000-0000-000000000000}", new('a', 5_000), "%20", "%0d%0a", "null", "*", "%25", "%3Cscript%3E",
    ];

    private static readonly string[] Values = [.. Segments, "", "99999999999999999999", "1&{0}=2", "1;2", "+", "true", "[]"];

    private static readonly (string Name, string Value)[] Headers =
    [
        ("Idempotency-Key", new('k', 10_000)), ("Idempotency-Key", "鍵"), ("Idempotency-Key", " "), ("Idempotency-Key", new('k', 256)), ("Authorization", "Bearer"), ("Authorization", "Bearer  "),
        ("Authorization", "Basic YTpi"), ("Authorization", "Bearer mk_"), ("Authorization", "Bearer mt_窓口"), ("Authorization", $"Bearer mk_{new string('a', 10_000)}"), ("Authorization", "garbage"),
        ("Last-Event-ID", "x"), ("Last-Event-ID", "-1"), ("Last-Event-ID", "99999999999999999999"), ("Last-Event-ID", "窓口"), ("If-Match", "garbage"), ("If-Match", "W/\"1\""), ("If-Match", "\"99999999999\""),
        ("If-Match", new('e', 10_000)), ("Accept", "garbage/;;"), ("Accept-Language", new('e', 5_000)), ("Range", "bytes=9-1"), ("If-None-Match", "garbage"), ("Cookie", "a=b;;;=;\""), ("X-HTTP-Method-Override", "DELETE"),
    ];

    // The ordinary client refuses to send what is not ASCII.
    private static readonly HttpClient Wild = new(new SocketsHttpHandler { RequestHeaderEncodingSelector = (_, _) => Encoding.UTF8, AllowAutoRedirect = false, UseCookies = false });

    /// <param name="sure">It must be refused: whether it changed anything is looked at together with the others that must.</param>
    private delegate Task Try(string what, HttpRequestMessage request, Func<Answer, string?> wrong, bool sure = false);

    /// <summary>Which of the calls are tried here.</summary>
    protected virtual bool IsMine(int call) => true;

    /// <summary>Whether it has what is made hostile here: a scene is set for no other. What is refused before any database hears of it is tried on one engine.</summary>
    protected virtual bool Fits(Operation call, On on) => true;

    private async Task OnBoth(Func<Scene, Operation, Try, Task> attack)
    {
        var seen = await Task.WhenAll(On(sqlite, attack), On(postgres, attack));
        var both = seen[0].Answers.Select(a => a.What).Intersect(seen[1].Answers.Select(a => a.What)).ToHashSet();
        Sources.None([.. seen[0].Strays, .. seen[1].Strays,
            .. seen[0].Answers.Where(a => both.Contains(a.What)).Zip(seen[1].Answers.Where(a => both.Contains(a.What))).Where(p => p.First != p.Second).Select(p => $"SQLite {p.First}, PostgreSQL {p.Second}")]);
        Assert.Empty(sqlite.Faults.Seen);
        Assert.Empty(postgres.Faults.Seen);
    }

    private async Task<(List<string> Strays, List<(string What, string Said)> Answers)> On(App app, Func<Scene, Operation, Try, Task> attack)
    {
        var (strays, answers, troupe) = (new List<string>(), new List<(string, string)>(), await Troupe.Of(app));
        foreach (var call in troupe.Contract.Operations.Where((o, i) => IsMine(i) && Fits(o, app.On)))
        {
            var scene = await Scene.Set(troupe);
            await scene.Prepare(call.Id);
            var by = scene.By(Rights.WhoMay(call.Id));
            await scene.State(); // what was prepared has settled
            var (mark, unseen) = (await scene.Mark(), (string?)null);
            await attack(scene, call, async (what, request, wrong, sure) =>
            {
                if (!sure && unseen is not null)
                    await Unchanged($"{unseen} or before");
                request.Headers.Authorization ??= request.Headers.Contains("Authorization") ? null : by.DefaultRequestHeaders.Authorization;
                var answer = await Scene.Send(Wild, request);
                var status = (int)answer.Status;
                var type = status >= 400 && IsProblem(answer) ? answer["type"] : "";
                answers.Add(($"{call}, {what}", $"{status} {type}"));
                if (status >= 500)
                    strays.Add($"{app.On} {call}, {what}: {status} {answer.Text}");
                else if (status >= 400 && !IsProblem(answer) && !(status is 400 && request.RequestUri?.AbsolutePath.Contains("%00", StringComparison.Ordinal) == true)) // refused before it reaches us
                    strays.Add($"{app.On} {call}, {what}: {status} without a problem: {answer.Text}");
                else if (wrong(answer) is { } why)
                    strays.Add($"{app.On} {call}, {what}: {why}, {status} came: {answer.Text[..Math.Min(answer.Text.Length, 300)]}");

                if (sure)
                    unseen = what;
                else if (status >= 400 && !type.EndsWith(":finding-needed", StringComparison.Ordinal)) // that it was tried is on record
                    await Unchanged(what);
                else
                {
                    await scene.CallOff(answer);
                    if (call.Method != HttpMethod.Get)
                        await scene.State(); // what it causes has settled, too
                    mark = await scene.Mark();
                }
            });
            if (unseen is not null)
                await Unchanged($"{unseen} or before");
            if (call.Id is "setMyPresence") // whoever is there is offered turns of other scenes
                (await by.Put("/api/v1/me/presence", new { state = "offline" })).Was(200);

            async Task Unchanged(string what)
            {
                var now = await scene.Mark();
                if (now != mark)
                    strays.Add($"{app.On} {call}, {what}: was refused and changed the case all the same");
                (mark, unseen) = (now, null);
            }
        }

        return (strays, answers);
    }

    private static bool IsProblem(Answer answer) =>
        answer.ContentHeaders.ContentType?.MediaType is "application/problem+json"
        && answer.Json is { ValueKind: JsonValueKind.Object } problem && problem.TryGetProperty("type", out _) && problem.TryGetProperty("title", out _)
        && problem.TryGetProperty("status", out var status) && status.GetInt32() == (int)answer.Status;

    // The member itself, or something in it.
    private static bool Names(Answer answer, string pointer) =>
        answer.Json.TryGetProperty("errors", out var errors) && errors.EnumerateObject().Any(e => e.Name == pointer || e.Name.StartsWith(pointer + "/", StringComparison.Ordinal));

    [Trait("needs", "app")]
    public abstract class Bodies(SqliteApp sqlite, PostgresApp postgres, int half) : HostileTests(sqlite, postgres)
    {
        protected override bool IsMine(int call) => call % 2 == half;

        protected override bool Fits(Operation call, On on) => call.Body is not null;

        [Fact]
        public Task A_hostile_body_is_refused_in_words() => OnBoth(async (scene, call, tried) =>
        {
            if (call.Body is not { } schema || scene.Body(call, Rights.WhoMay(call.Id)) is not { } right)
                return;
            foreach (var malice in Malices.Of(scene.Contract, schema, right).Where(m => (m.Body.Length > 0 || call.NeedsBody) && IsTried(m, call, scene.On)))
            {
                using var request = scene.Request(call, Rights.WhoMay(call.Id));
                request.Content = new ByteArrayContent(malice.Body) { Headers = { ContentType = new MediaTypeHeaderValue(malice.Type) } };
                await tried(malice.What, request, answer =>
                    malice.Status is { } status && (int)answer.Status != status ? $"{status} is expected"
                    : (int)answer.Status is 422 && malice.Status is 422 && malice.At is { } at && !Names(answer, at) ? $"errors do not name {at}" : null, malice.Status is >= 400);
            }
        });

        // What is refused unread is tried on one engine. What may be stored goes, a third of the calls each, to the one, the other, and both; what must not be stored, to both always.
        private static bool IsTried(Malice malice, Operation call, On on) =>
            malice.IsPoison || (call.Id.Sum(letter => letter) % 3 != (on is Rig.On.Sqlite ? 0 : 1) && (on is Rig.On.Sqlite || malice.Status is not >= 400));

        public sealed class EvenTests(SqliteApp sqlite, PostgresApp postgres) : Bodies(sqlite, postgres, 0);

        public sealed class OddTests(SqliteApp sqlite, PostgresApp postgres) : Bodies(sqlite, postgres, 1);
    }

    [Trait("needs", "app")]
    public sealed class AddressTests(SqliteApp sqlite, PostgresApp postgres) : HostileTests(sqlite, postgres)
    {
        protected override bool Fits(Operation call, On on) => call.Parameters("path").Any(p => IsTried(p, on));

        // What is no id is told apart before it is looked for; a slug is looked for as it came.
        private static bool IsTried(string parameter, On on) => on is Rig.On.Sqlite || !parameter.EndsWith("Id", StringComparison.Ordinal);

        [Fact]
        public Task A_hostile_address_leads_nowhere() => OnBoth(async (scene, call, tried) =>
        {
            foreach (var parameter in call.Parameters("path").Where(p => IsTried(p, scene.On)))
            {
                foreach (var segment in Segments)
                {
                    using var request = scene.Request(call, Rights.WhoMay(call.Id), scene.Path(call, parameter, segment));
                    await tried($"{parameter} {segment[..Math.Min(segment.Length, 40)]}", request, answer => parameter.EndsWith("Id", StringComparison.Ordinal) && (int)answer.Status < 300 ? "a refusal is expected" : null);
                }
            }
        });
    }

    [Trait("needs", "app")]
    public sealed class QueryTests(SqliteApp sqlite, PostgresApp postgres) : HostileTests(sqlite, postgres)
    {
        protected override bool Fits(Operation call, On on) => call.Parameters("query").Any();

        [Fact]
        public Task A_hostile_query_is_refused_or_finds_nothing() => OnBoth(async (scene, call, tried) =>
        {
            foreach (var parameter in call.Parameters("query"))
            {
                foreach (var value in Values)
                {
                    using var request = scene.Request(call, Rights.WhoMay(call.Id), $"{scene.Path(call)}?{parameter}={value.Replace("{0}", parameter, StringComparison.Ordinal)}");
                    await tried($"{parameter}={value[..Math.Min(value.Length, 40)]}", request, answer => (int)answer.Status is 422 && !Names(answer, parameter) ? $"errors do not name {parameter}" : null);
                }
            }
        });
    }

    [Trait("needs", "app")]
    public sealed class HeaderTests(SqliteApp sqlite, PostgresApp postgres) : HostileTests(sqlite, postgres)
    {
        protected override bool Fits(Operation call, On on) => on is Rig.On.Sqlite || Headers.Any(h => Reads(call, h.Name));

        [Fact]
        public Task Hostile_headers_break_nothing() => OnBoth(async (scene, call, tried) =>
        {
            // What no call reads by itself is read in one place for all of them: each is sent to every third call, and every call gets a third of them.
            // (Who waits in a line may be offered a turn any moment: there the first one is one that leaves it.)
            var turn = call.Id.Sum(letter => letter);
            foreach (var (name, value) in Headers.Where((h, i) => ((turn + i) % 3 == 0 && (scene.On is Rig.On.Sqlite || Reads(call, "If-Match"))) || call.Id is "leaveLine" || Reads(call, h.Name)))
            {
                using var request = scene.Request(call, Rights.WhoMay(call.Id));
                request.Headers.TryAddWithoutValidation(name, value);
                await tried($"{name}: {value[..Math.Min(value.Length, 40)]}", request, answer =>
                    name is "Authorization" && call.TakesKey && (int)answer.Status != 401 ? "401 is expected"
                    : name is "Idempotency-Key" && call.IsOnce && value.Length > 255 && (int)answer.Status != 400 ? "400 is expected" : null);
            }
        });

        private static bool Reads(Operation call, string header) => header switch
        {
            "Idempotency-Key" => call.IsOnce,
            "If-Match" => call.Method == HttpMethod.Put || call.Method == HttpMethod.Patch,
            "Last-Event-ID" => call.Id is "followCase",
            _ => false,
        };
    }
}

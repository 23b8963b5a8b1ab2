using System.Net.Http.Headers;
using System.Text;
using Madoguchi.Tests.Architecture;
using Madoguchi.Tests.Rig;

namespace Madoguchi.Tests.Api;

/// <summary>Every POST with an Idempotency-Key happens once, however often and however much at the same time it arrives. The calls come from OpenAPI.</summary>
public abstract class OnceTests(App app)
{
    [Fact]
    public Task The_same_key_twice_is_one_act_with_one_answer() => Each(async (scene, call, send) =>
    {
        var first = await send("same", null);
        var after = await scene.State();
        var again = await send("same", null);
        return !Good(first) ? $"{(int)first.Status} {first.Text}" : !Same(first, again) ? $"first {first.Status} {first.Text}, then {again.Status} {again.Text}"
            : after != await scene.State() ? "the second changed the case" : null;
    });

    [Fact]
    public Task Many_at_once_are_one_act_with_one_answer() => Each(async (scene, call, send) =>
    {
        var before = await scene.LastEntry();
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => send("at once", null)));
        var entries = await scene.LastEntry() - before;
        var (lonely, alone) = (await Scene.Set(scene.Troupe), 0);
        await lonely.Prepare(call.Id);
        alone -= await lonely.LastEntry();
        await lonely.Call(call, Rights.WhoMay(call.Id));
        alone += await lonely.LastEntry();
        return answers.FirstOrDefault(a => !Good(a) || !Same(a, answers[0])) is { } other ? $"{answers[0].Status} {answers[0].Text}, and {other.Status} {other.Text}"
            : entries != alone ? $"{entries} entries were made, {alone} are right" : null;
    });

    [Fact]
    public Task A_key_is_not_used_for_something_else() => Each(async (scene, call, send) =>
    {
        if (call.Body is null && !call.TakesForm)
            return null;
        var first = await send("used", null);
        var after = await scene.State();
        var other = await send("used", bytes => call.TakesForm ? Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(bytes).Replace("b.txt", "c.txt", StringComparison.Ordinal)) : [.. bytes, (byte)' ']);
        return (int)other.Status is not 422 || !other["type"].EndsWith("idempotency-key-reused", StringComparison.Ordinal) ? $"first {first.Status}, then {other.Status} {other.Text}"
            : after != await scene.State() ? "the second changed the case" : null;
    });

    [Fact]
    public Task A_refusal_uses_no_key_up() => Each(async (scene, call, send) =>
    {
        if (call.Body is null)
            return null;
        var refused = await send("tried", _ => "{\"zzz\":1}"u8.ToArray());
        var right = await send("tried", null);
        return (int)refused.Status is not 422 || !Good(right) ? $"{refused.Status}, then {right.Status} {right.Text}" : null;
    });

    private delegate Task<Answer> Sending(string key, Func<byte[], byte[]>? bend);

    private async Task Each(Func<Scene, Operation, Sending, Task<string?>> tried)
    {
        var (troupe, strays) = (await Troupe.Of(app), new List<string>());
        foreach (var call in troupe.Contract.Operations.Where(o => o.IsOnce && Rights.Succeeds(o.Id)))
        {
            var scene = await Scene.Set(troupe);
            await scene.Prepare(call.Id);
            var who = Rights.WhoMay(call.Id);
            using var model = scene.Request(call, who);
            var (bytes, type) = model.Content is { } content ? (await content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken), content.Headers.ContentType) : (null, null);
            if (await tried(scene, call, (key, bend) => Send(scene.By(who), call, model.RequestUri!, $"{key} {scene.CaseId}", bytes is null ? null : bend?.Invoke(bytes) ?? bytes, type)) is { } why) // the scene sets an address
                strays.Add($"{call}: {why}");
        }

        Sources.None(strays);
        Assert.Empty(app.Faults.Seen);
    }

    private static async Task<Answer> Send(HttpClient by, Operation call, Uri to, string key, byte[]? body, MediaTypeHeaderValue? type)
    {
        using var request = new HttpRequestMessage(call.Method, to) { Headers = { { "Idempotency-Key", key } } };
        if (body is not null)
            request.Content = new ByteArrayContent(body) { Headers = { ContentType = type } };
        return await Scene.Send(by, request);
    }

    private static bool Good(Answer answer) => (int)answer.Status is >= 200 and < 300;

    private static bool Same(Answer one, Answer other) => one.Status == other.Status && one.Text == other.Text && one.Headers.Location == other.Headers.Location;

    public sealed class OnSqlite(SqliteApp app) : OnceTests(app), IClassFixture<SqliteApp>;

    public sealed class OnPostgres(PostgresApp app) : OnceTests(app), IClassFixture<PostgresApp>;
}

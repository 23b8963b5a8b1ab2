using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text;

namespace Madoguchi.Tests.Rig;

/// <summary>How tests talk to the API: paths and anonymous objects in, an <see cref="Answer"/> out.</summary>
public static class Talking
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    extension(HttpClient client)
    {
        public async Task<Answer> Get(string path) => await Answer.Of(await client.GetAsync(Path(path), Ct));

        public async Task<Answer> Post(string path, object? body = null, string? key = null)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, Path(path)) { Content = JsonContent.Create(body ?? new { }) };
            if (key is not null)
                request.Headers.Add("Idempotency-Key", key);
            return await Answer.Of(await client.SendAsync(request, Ct));
        }

        public Task<Answer> Put(string path, object body, string? ifMatch = null) => client.Change(HttpMethod.Put, path, body, ifMatch);

        public Task<Answer> Patch(string path, object body, string? ifMatch = null) => client.Change(HttpMethod.Patch, path, body, ifMatch);

        private async Task<Answer> Change(HttpMethod method, string path, object body, string? ifMatch)
        {
            using var request = new HttpRequestMessage(method, Path(path)) { Content = JsonContent.Create(body) };
            if (ifMatch is not null)
                request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
            return await Answer.Of(await client.SendAsync(request, Ct));
        }

        public async Task<Answer> Delete(string path) => await Answer.Of(await client.DeleteAsync(Path(path), Ct));

        /// <summary>Bytes as they are: for JSON that no serializer would write.</summary>
        public async Task<Answer> PostRaw(string path, byte[] body, string type = "application/json")
        {
            using var content = new ByteArrayContent(body);
            content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
            return await Answer.Of(await client.PostAsync(Path(path), content, Ct));
        }

        public Task<Answer> PostRaw(string path, string body, string type = "application/json") => client.PostRaw(path, Encoding.UTF8.GetBytes(body), type);

        public async Task<Answer> PostFile(string path, string name, byte[] bytes, string type = "application/octet-stream")
        {
            using var file = new ByteArrayContent(bytes);
            file.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
            using var form = new MultipartFormDataContent { { file, "file", name } };
            return await Answer.Of(await client.PostAsync(Path(path), form, Ct));
        }

        /// <summary>A stream of server-sent events, as long as the caller reads.</summary>
        public async IAsyncEnumerable<SseItem<string>> Follow(string path, long? lastEventId = null, [EnumeratorCancellation] CancellationToken ct = default)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, Path(path));
            request.Headers.Accept.ParseAdd("text/event-stream");
            if (lastEventId is not null)
                request.Headers.Add("Last-Event-ID", lastEventId.Value.ToString(System.Globalization.CultureInfo.InvariantCulture));
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ct);
            response.EnsureSuccessStatusCode();
            await using var stream = await response.Content.ReadAsStreamAsync(ct);
            await foreach (var item in SseParser.Create(stream).EnumerateAsync(ct))
                yield return item;
        }
    }

    private static Uri Path(string path) => new(path, UriKind.RelativeOrAbsolute);
}

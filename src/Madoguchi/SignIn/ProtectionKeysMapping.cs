using System.Xml.Linq;
using Madoguchi.Storage;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Madoguchi.SignIn;

/// <summary>The keys of cookies and form tokens live in the database: they outlast a restart and every node has the same.</summary>
public sealed class ProtectionKeys(IDbContextFactory<Db> contexts, Writes writes) : IXmlRepository, IConfigureOptions<KeyManagementOptions>
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var db = contexts.CreateDbContext();
        return [.. db.Set<ProtectionKey>().AsNoTracking().Select(k => k.Xml).AsEnumerable().Select(XElement.Parse)];
    }

    // The framework asks in its own, waiting way; the lane's thread never comes here.
    public void StoreElement(XElement element, string friendlyName)
    {
        var key = new ProtectionKey { Id = Guid.CreateVersion7(), Xml = element.ToString(SaveOptions.DisableFormatting) };
        writes.Write(async db =>
        {
            db.Add(key);
            await db.SaveChangesAsync(CancellationToken.None);
        }, CancellationToken.None).GetAwaiter().GetResult();
    }

    public void Configure(KeyManagementOptions options) => options.XmlRepository = this;
}

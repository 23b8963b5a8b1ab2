using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Madoguchi.Storage.Migrations;

/// <summary>What the house has written down, for replies to cite.</summary>
[DbContext(typeof(Db))]
[Migration("20261122000024_Articles")]
internal sealed class Articles : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var types = new Types(ActiveProvider);
        migrationBuilder.CreateTable("articles", t => new
        {
            Id = types.Id(t), Slug = types.Text(t), TitleJa = types.Text(t, true), TitleEn = types.Text(t, true), TextJa = types.Text(t, true), TextEn = types.Text(t, true),
            ChangedAt = types.Time(t), ChangedBy = types.Text(t),
        }, constraints: t => t.PrimaryKey("PK_articles", x => x.Id));
        migrationBuilder.CreateIndex("IX_articles_Slug", "articles", "Slug", unique: true);
    }

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.DropTable("articles");
}

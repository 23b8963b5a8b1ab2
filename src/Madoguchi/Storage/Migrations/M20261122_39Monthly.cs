using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Madoguchi.Storage.Migrations;

/// <summary>Months as they were when they were over.</summary>
[DbContext(typeof(Db))]
[Migration("20261122000039_Monthly")]
internal sealed class Monthly : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var types = new Types(ActiveProvider);
        migrationBuilder.CreateTable("kept_months", t => new { Month = types.Text(t), MadeAt = types.Time(t), Content = types.Text(t) }, constraints: t => t.PrimaryKey("PK_kept_months", x => x.Month));
    }

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.DropTable("kept_months");
}
